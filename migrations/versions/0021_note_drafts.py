"""What is typed into a note and not saved."""

import sqlalchemy as sa
from alembic import op

revision = '0021'
down_revision = '0020'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('note_drafts',
    sa.Column('part', sa.String(length=40), nullable=False),
    sa.Column('page', sa.String(length=64), nullable=False),
    sa.Column('turn', sa.Integer(), nullable=False),
    sa.Column('revision', sa.BigInteger(), nullable=False),
    sa.Column('is_late', sa.Boolean(), nullable=False),
    sa.Column('seen', sa.Integer(), nullable=False),
    sa.Column('kept_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=False),
    sa.Column('appointment_id', sa.Integer(), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['appointment_id'], ['appointments.id'], name=op.f('fk_note_drafts_appointment_id_appointments')),
    sa.ForeignKeyConstraint(['author_id'], ['people.id'], name=op.f('fk_note_drafts_author_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_note_drafts')),
    sa.UniqueConstraint('appointment_id', 'author_id', 'part', 'page', name=op.f('uq_note_drafts_appointment_id_author_id_part_page')),
    sa.UniqueConstraint('public_id', name=op.f('uq_note_drafts_public_id'))
    )
    with op.batch_alter_table('note_drafts', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_note_drafts_appointment_id'), ['appointment_id'], unique=False)

    op.create_table('process_drafts',
    sa.Column('page', sa.String(length=64), nullable=False),
    sa.Column('turn', sa.Integer(), nullable=False),
    sa.Column('revision', sa.BigInteger(), nullable=False),
    sa.Column('is_late', sa.Boolean(), nullable=False),
    sa.Column('seen', sa.Integer(), nullable=False),
    sa.Column('kept_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=False),
    sa.Column('appointment_id', sa.Integer(), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['appointment_id'], ['appointments.id'], name=op.f('fk_process_drafts_appointment_id_appointments')),
    sa.ForeignKeyConstraint(['author_id'], ['people.id'], name=op.f('fk_process_drafts_author_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_process_drafts')),
    sa.UniqueConstraint('appointment_id', 'author_id', 'page', name=op.f('uq_process_drafts_appointment_id_author_id_page')),
    sa.UniqueConstraint('public_id', name=op.f('uq_process_drafts_public_id'))
    )
    with op.batch_alter_table('process_drafts', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_process_drafts_appointment_id'), ['appointment_id'], unique=False)


def downgrade():
    op.drop_table('process_drafts')
    op.drop_table('note_drafts')
