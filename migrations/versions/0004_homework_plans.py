"""A part's own plan, how it went, and how a joint step opens."""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None

_GIVEN = sa.table('assignments', sa.column('reveals', sa.String(40)), sa.column('reveals_itself', sa.Boolean()))


def upgrade():
    with op.batch_alter_table('assignments', schema=None) as batch_op:
        batch_op.add_column(sa.Column('reveals', sa.String(length=40), nullable=False, server_default='coach'))
    op.execute(_GIVEN.update().where(_GIVEN.c.reveals_itself).values(reveals='itself'))
    with op.batch_alter_table('assignments', schema=None) as batch_op:
        batch_op.alter_column('reveals', existing_type=sa.String(length=40), existing_nullable=False, server_default=None)
        batch_op.drop_column('reveals_itself')

    with op.batch_alter_table('reflections', schema=None) as batch_op:
        batch_op.add_column(sa.Column('taken_back_at', sa.DateTime(timezone=True), nullable=True))

    op.create_table('not_yets',
    sa.Column('homework_id', sa.Integer(), nullable=False),
    sa.Column('reason', sa.String(length=40), nullable=False),
    sa.Column('said_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('save_key', sa.String(length=64), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['homework_id'], ['homework.id'], name=op.f('fk_not_yets_homework_id_homework')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_not_yets')),
    sa.UniqueConstraint('homework_id', 'save_key', name=op.f('uq_not_yets_homework_id_save_key')),
    sa.UniqueConstraint('public_id', name=op.f('uq_not_yets_public_id'))
    )
    with op.batch_alter_table('not_yets', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_not_yets_homework_id'), ['homework_id'], unique=False)

    op.create_table('plans',
    sa.Column('homework_id', sa.Integer(), nullable=False),
    sa.Column('planned_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['homework_id'], ['homework.id'], name=op.f('fk_plans_homework_id_homework')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_plans')),
    sa.UniqueConstraint('homework_id', name=op.f('uq_plans_homework_id')),
    sa.UniqueConstraint('public_id', name=op.f('uq_plans_public_id'))
    )
    op.create_table('ratings',
    sa.Column('homework_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('amount', sa.Integer(), nullable=True),
    sa.Column('quality', sa.Integer(), nullable=True),
    sa.Column('difficulty', sa.Integer(), nullable=True),
    sa.Column('helpfulness', sa.Integer(), nullable=True),
    sa.Column('rated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['homework_id'], ['homework.id'], name=op.f('fk_ratings_homework_id_homework')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_ratings_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_ratings')),
    sa.UniqueConstraint('homework_id', 'person_id', name=op.f('uq_ratings_homework_id_person_id')),
    sa.UniqueConstraint('public_id', name=op.f('uq_ratings_public_id'))
    )
    with op.batch_alter_table('ratings', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_ratings_homework_id'), ['homework_id'], unique=False)


def downgrade():
    with op.batch_alter_table('ratings', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_ratings_homework_id'))

    op.drop_table('ratings')
    op.drop_table('plans')
    with op.batch_alter_table('not_yets', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_not_yets_homework_id'))

    op.drop_table('not_yets')
    with op.batch_alter_table('reflections', schema=None) as batch_op:
        batch_op.drop_column('taken_back_at')

    with op.batch_alter_table('assignments', schema=None) as batch_op:
        batch_op.add_column(sa.Column('reveals_itself', sa.Boolean(), nullable=False, server_default=sa.false()))
    # "When we meet" was unknown before: the coach opens it.
    op.execute(_GIVEN.update().where(_GIVEN.c.reveals == 'itself').values(reveals_itself=sa.true()))
    with op.batch_alter_table('assignments', schema=None) as batch_op:
        batch_op.alter_column('reveals_itself', existing_type=sa.Boolean(), existing_nullable=False, server_default=None)
        batch_op.drop_column('reveals')
