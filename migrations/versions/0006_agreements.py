"""Ledgers and their check-ins."""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('ledger_lines',
    sa.Column('couple_id', sa.Integer(), nullable=False),
    sa.Column('assignment_id', sa.Integer(), nullable=False),
    sa.Column('homework_id', sa.Integer(), nullable=False),
    sa.Column('step', sa.String(length=80), nullable=False),
    sa.Column('ledger', sa.String(length=80), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=False),
    sa.Column('owner', sa.String(length=40), nullable=False),
    sa.Column('shared', sa.Boolean(), nullable=False),
    sa.Column('state', sa.String(length=40), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('worded_by_id', sa.Integer(), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('larger', sa.Boolean(), nullable=False),
    sa.Column('about_id', sa.Integer(), nullable=True),
    sa.Column('source_id', sa.Integer(), nullable=True),
    sa.Column('source_row', sa.Integer(), nullable=True),
    sa.Column('save_key', sa.String(length=64), nullable=False),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('agreed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_by_id', sa.Integer(), nullable=True),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['about_id'], ['ledger_lines.id'], name=op.f('fk_ledger_lines_about_id_ledger_lines')),
    sa.ForeignKeyConstraint(['assignment_id'], ['assignments.id'], name=op.f('fk_ledger_lines_assignment_id_assignments')),
    sa.ForeignKeyConstraint(['author_id'], ['people.id'], name=op.f('fk_ledger_lines_author_id_people')),
    sa.ForeignKeyConstraint(['couple_id'], ['couples.id'], name=op.f('fk_ledger_lines_couple_id_couples')),
    sa.ForeignKeyConstraint(['ended_by_id'], ['people.id'], name=op.f('fk_ledger_lines_ended_by_id_people')),
    sa.ForeignKeyConstraint(['homework_id'], ['homework.id'], name=op.f('fk_ledger_lines_homework_id_homework')),
    sa.ForeignKeyConstraint(['source_id'], ['answers.id'], name=op.f('fk_ledger_lines_source_id_answers')),
    sa.ForeignKeyConstraint(['worded_by_id'], ['people.id'], name=op.f('fk_ledger_lines_worded_by_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_ledger_lines')),
    sa.UniqueConstraint('author_id', 'save_key', name=op.f('uq_ledger_lines_author_id_save_key')),
    sa.UniqueConstraint('public_id', name=op.f('uq_ledger_lines_public_id')),
    sa.UniqueConstraint('source_id', 'source_row', name=op.f('uq_ledger_lines_source_id_source_row'))
    )
    with op.batch_alter_table('ledger_lines', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_ledger_lines_author_id'), ['author_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_ledger_lines_couple_id'), ['couple_id'], unique=False)

    op.create_table('check_ins',
    sa.Column('line_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('week_on', sa.Date(), nullable=False),
    sa.Column('kept', sa.String(length=40), nullable=True),
    sa.Column('hours', sa.Double(), nullable=True),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['line_id'], ['ledger_lines.id'], name=op.f('fk_check_ins_line_id_ledger_lines')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_check_ins_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_check_ins')),
    sa.UniqueConstraint('line_id', 'person_id', 'week_on', name=op.f('uq_check_ins_line_id_person_id_week_on')),
    sa.UniqueConstraint('public_id', name=op.f('uq_check_ins_public_id'))
    )
    with op.batch_alter_table('check_ins', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_check_ins_person_id'), ['person_id'], unique=False)

    op.create_table('jars',
    sa.Column('couple_id', sa.Integer(), nullable=False),
    sa.Column('step', sa.String(length=80), nullable=False),
    sa.Column('ledger', sa.String(length=80), nullable=False),
    sa.Column('line_id', sa.Integer(), nullable=True),
    sa.Column('last_id', sa.Integer(), nullable=True),
    sa.Column('drawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['couple_id'], ['couples.id'], name=op.f('fk_jars_couple_id_couples')),
    sa.ForeignKeyConstraint(['last_id'], ['ledger_lines.id'], name=op.f('fk_jars_last_id_ledger_lines')),
    sa.ForeignKeyConstraint(['line_id'], ['ledger_lines.id'], name=op.f('fk_jars_line_id_ledger_lines')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_jars')),
    sa.UniqueConstraint('couple_id', 'step', 'ledger', name=op.f('uq_jars_couple_id_step_ledger'))
    )
    op.create_table('line_remarks',
    sa.Column('line_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['line_id'], ['ledger_lines.id'], name=op.f('fk_line_remarks_line_id_ledger_lines')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_line_remarks_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_line_remarks')),
    sa.UniqueConstraint('public_id', name=op.f('uq_line_remarks_public_id'))
    )
    with op.batch_alter_table('line_remarks', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_line_remarks_line_id'), ['line_id'], unique=False)


def downgrade():
    with op.batch_alter_table('line_remarks', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_line_remarks_line_id'))

    op.drop_table('line_remarks')
    op.drop_table('jars')
    with op.batch_alter_table('check_ins', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_check_ins_person_id'))

    op.drop_table('check_ins')
    with op.batch_alter_table('ledger_lines', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_ledger_lines_couple_id'))
        batch_op.drop_index(batch_op.f('ix_ledger_lines_author_id'))

    op.drop_table('ledger_lines')
