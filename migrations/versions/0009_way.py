"""A couple's way."""

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('ways',
    sa.Column('couple_id', sa.Integer(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('change_key', sa.String(length=64), nullable=False),
    sa.Column('moved_on', sa.Date(), nullable=True),
    sa.Column('moved_days', sa.Integer(), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['couple_id'], ['couples.id'], name=op.f('fk_ways_couple_id_couples')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_ways')),
    sa.UniqueConstraint('couple_id', name=op.f('uq_ways_couple_id'))
    )
    op.create_table('planned_steps',
    sa.Column('couple_id', sa.Integer(), nullable=False),
    sa.Column('published_step_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('whom', sa.String(length=40), nullable=False),
    sa.Column('opens', sa.String(length=40), nullable=False),
    sa.Column('opens_on', sa.Date(), nullable=True),
    sa.Column('after_days', sa.Integer(), nullable=True),
    sa.Column('due_after_days', sa.Integer(), nullable=True),
    sa.Column('reveals', sa.String(length=40), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('ruled_on', sa.Date(), nullable=False),
    sa.Column('held_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('given_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('skipped_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('first_assignment_id', sa.Integer(), nullable=True),
    sa.Column('second_assignment_id', sa.Integer(), nullable=True),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.ForeignKeyConstraint(['couple_id'], ['couples.id'], name=op.f('fk_planned_steps_couple_id_couples')),
    sa.ForeignKeyConstraint(['first_assignment_id'], ['assignments.id'], name=op.f('fk_planned_steps_first_assignment_id_assignments')),
    sa.ForeignKeyConstraint(['published_step_id'], ['published_steps.id'], name=op.f('fk_planned_steps_published_step_id_published_steps')),
    sa.ForeignKeyConstraint(['second_assignment_id'], ['assignments.id'], name=op.f('fk_planned_steps_second_assignment_id_assignments')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_planned_steps')),
    sa.UniqueConstraint('first_assignment_id', name=op.f('uq_planned_steps_first_assignment_id')),
    sa.UniqueConstraint('public_id', name=op.f('uq_planned_steps_public_id')),
    sa.UniqueConstraint('second_assignment_id', name=op.f('uq_planned_steps_second_assignment_id'))
    )
    with op.batch_alter_table('planned_steps', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_planned_steps_couple_id'), ['couple_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_planned_steps_opens_on'), ['opens_on'], unique=False)


def downgrade():
    with op.batch_alter_table('planned_steps', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_planned_steps_opens_on'))
        batch_op.drop_index(batch_op.f('ix_planned_steps_couple_id'))

    op.drop_table('planned_steps')
    op.drop_table('ways')
