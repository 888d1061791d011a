"""Reminders."""

import sqlalchemy as sa
from alembic import op

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('digests',
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_digests_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_digests')),
    sa.UniqueConstraint('person_id', 'on', name=op.f('uq_digests_person_id_on')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_digests_token_hash'))
    )
    op.create_table('reminder_settings',
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('is_on', sa.Boolean(), nullable=False),
    sa.Column('minute', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_reminder_settings_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reminder_settings')),
    sa.UniqueConstraint('person_id', name=op.f('uq_reminder_settings_person_id'))
    )
    op.create_table('step_reminders',
    sa.Column('homework_id', sa.Integer(), nullable=False),
    sa.Column('times', sa.Integer(), nullable=False),
    sa.Column('last_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['homework_id'], ['homework.id'], name=op.f('fk_step_reminders_homework_id_homework')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_step_reminders')),
    sa.UniqueConstraint('homework_id', name=op.f('uq_step_reminders_homework_id'))
    )
    with op.batch_alter_table('letters', schema=None) as batch_op:
        batch_op.add_column(sa.Column('may_be_stopped', sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table('letters', schema=None) as batch_op:
        batch_op.alter_column('may_be_stopped', existing_type=sa.Boolean(), existing_nullable=False, server_default=None)


def downgrade():
    with op.batch_alter_table('letters', schema=None) as batch_op:
        batch_op.drop_column('may_be_stopped')

    op.drop_table('step_reminders')
    op.drop_table('reminder_settings')
    op.drop_table('digests')
