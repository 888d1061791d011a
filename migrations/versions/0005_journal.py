"""Daily entries."""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('daily_rests',
    sa.Column('homework_id', sa.Integer(), nullable=False),
    sa.Column('key', sa.String(length=80), nullable=False),
    sa.Column('rested_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['homework_id'], ['homework.id'], name=op.f('fk_daily_rests_homework_id_homework')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_daily_rests')),
    sa.UniqueConstraint('homework_id', 'key', name=op.f('uq_daily_rests_homework_id_key'))
    )
    op.create_table('entries',
    sa.Column('homework_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('key', sa.String(length=80), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('one_a_day', sa.Boolean(), nullable=True),
    sa.Column('kind', sa.String(length=80), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=True),
    sa.Column('number', sa.Integer(), nullable=True),
    sa.Column('readers', sa.String(length=40), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('shared_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('save_key', sa.String(length=64), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['homework_id'], ['homework.id'], name=op.f('fk_entries_homework_id_homework')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_entries_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_entries')),
    sa.UniqueConstraint('homework_id', 'key', 'on', 'one_a_day', name=op.f('uq_entries_homework_id_key_on_one_a_day')),
    sa.UniqueConstraint('person_id', 'save_key', name=op.f('uq_entries_person_id_save_key')),
    sa.UniqueConstraint('public_id', name=op.f('uq_entries_public_id'))
    )
    with op.batch_alter_table('entries', schema=None) as batch_op:
        batch_op.create_index('ix_entries_homework_id_on', ['homework_id', 'on'], unique=False)
        batch_op.create_index('ix_entries_person_id_on', ['person_id', 'on'], unique=False)
        batch_op.create_index('ix_entries_person_id_shared_at', ['person_id', 'shared_at'], unique=False)


def downgrade():
    with op.batch_alter_table('entries', schema=None) as batch_op:
        batch_op.drop_index('ix_entries_person_id_shared_at')
        batch_op.drop_index('ix_entries_person_id_on')
        batch_op.drop_index('ix_entries_homework_id_on')

    op.drop_table('entries')
    op.drop_table('daily_rests')
