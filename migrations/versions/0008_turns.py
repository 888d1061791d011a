"""Readiness and turns."""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('readiness',
    sa.Column('homework_id', sa.Integer(), nullable=False),
    sa.Column('said_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['homework_id'], ['homework.id'], name=op.f('fk_readiness_homework_id_homework')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_readiness')),
    sa.UniqueConstraint('homework_id', name=op.f('uq_readiness_homework_id'))
    )
    op.create_table('openings',
    sa.Column('assignment_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('first_id', sa.Integer(), nullable=True),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['assignment_id'], ['assignments.id'], name=op.f('fk_openings_assignment_id_assignments')),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_openings_by_id_people')),
    sa.ForeignKeyConstraint(['first_id'], ['people.id'], name=op.f('fk_openings_first_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_openings')),
    sa.UniqueConstraint('assignment_id', 'number', name=op.f('uq_openings_assignment_id_number')),
    sa.UniqueConstraint('public_id', name=op.f('uq_openings_public_id'))
    )
    with op.batch_alter_table('openings', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_openings_assignment_id'), ['assignment_id'], unique=False)

    op.create_table('moves',
    sa.Column('assignment_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('save_key', sa.String(length=64), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['assignment_id'], ['assignments.id'], name=op.f('fk_moves_assignment_id_assignments')),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_moves_by_id_people')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_moves_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_moves')),
    sa.UniqueConstraint('assignment_id', 'number', name=op.f('uq_moves_assignment_id_number')),
    sa.UniqueConstraint('assignment_id', 'save_key', name=op.f('uq_moves_assignment_id_save_key')),
    sa.UniqueConstraint('public_id', name=op.f('uq_moves_public_id'))
    )
    with op.batch_alter_table('moves', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_moves_assignment_id'), ['assignment_id'], unique=False)

    op.create_table('pauses',
    sa.Column('assignment_id', sa.Integer(), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.Column('paused_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['assignment_id'], ['assignments.id'], name=op.f('fk_pauses_assignment_id_assignments')),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_pauses_by_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pauses')),
    sa.UniqueConstraint('public_id', name=op.f('uq_pauses_public_id'))
    )
    with op.batch_alter_table('pauses', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pauses_assignment_id'), ['assignment_id'], unique=False)


def downgrade():
    with op.batch_alter_table('pauses', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_pauses_assignment_id'))

    op.drop_table('pauses')
    with op.batch_alter_table('moves', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_moves_assignment_id'))

    op.drop_table('moves')
    with op.batch_alter_table('openings', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_openings_assignment_id'))

    op.drop_table('openings')
    op.drop_table('readiness')
