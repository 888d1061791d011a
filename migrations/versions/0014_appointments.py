"""Appointments, agendas and notes."""

import sqlalchemy as sa
from alembic import op

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('appointments',
    sa.Column('couple_id', sa.Integer(), nullable=False),
    sa.Column('with_whom', sa.String(length=40), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('time_zone', sa.String(length=60), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=40), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('planned_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('settled_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('called_off_by', sa.String(length=40), nullable=True),
    sa.Column('goes_on_id', sa.Integer(), nullable=True),
    sa.Column('save_key', sa.String(length=64), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['couple_id'], ['couples.id'], name=op.f('fk_appointments_couple_id_couples')),
    sa.ForeignKeyConstraint(['goes_on_id'], ['appointments.id'], name=op.f('fk_appointments_goes_on_id_appointments')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_appointments')),
    sa.UniqueConstraint('couple_id', 'save_key', name=op.f('uq_appointments_couple_id_save_key')),
    sa.UniqueConstraint('public_id', name=op.f('uq_appointments_public_id'))
    )
    with op.batch_alter_table('appointments', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_appointments_couple_id'), ['couple_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_appointments_goes_on_id'), ['goes_on_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_appointments_starts_at'), ['starts_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_appointments_state'), ['state'], unique=False)

    op.create_table('attendances',
    sa.Column('appointment_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('attended', sa.String(length=40), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['appointment_id'], ['appointments.id'], name=op.f('fk_attendances_appointment_id_appointments')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_attendances_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attendances')),
    sa.UniqueConstraint('appointment_id', 'person_id', name=op.f('uq_attendances_appointment_id_person_id'))
    )
    op.create_table('notes',
    sa.Column('appointment_id', sa.Integer(), nullable=False),
    sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('finished_by_id', sa.Integer(), nullable=True),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['appointment_id'], ['appointments.id'], name=op.f('fk_notes_appointment_id_appointments')),
    sa.ForeignKeyConstraint(['finished_by_id'], ['people.id'], name=op.f('fk_notes_finished_by_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_notes')),
    sa.UniqueConstraint('appointment_id', name=op.f('uq_notes_appointment_id')),
    sa.UniqueConstraint('public_id', name=op.f('uq_notes_public_id'))
    )
    op.create_table('pins',
    sa.Column('couple_id', sa.Integer(), nullable=False),
    sa.Column('appointment_id', sa.Integer(), nullable=True),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('author_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('about_id', sa.String(length=64), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('for_both', sa.Boolean(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('pinned_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('done_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('save_key', sa.String(length=64), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['appointment_id'], ['appointments.id'], name=op.f('fk_pins_appointment_id_appointments')),
    sa.ForeignKeyConstraint(['author_id'], ['people.id'], name=op.f('fk_pins_author_id_people')),
    sa.ForeignKeyConstraint(['couple_id'], ['couples.id'], name=op.f('fk_pins_couple_id_couples')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_pins_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pins')),
    sa.UniqueConstraint('couple_id', 'save_key', name=op.f('uq_pins_couple_id_save_key')),
    sa.UniqueConstraint('public_id', name=op.f('uq_pins_public_id'))
    )
    with op.batch_alter_table('pins', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pins_appointment_id'), ['appointment_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_pins_couple_id'), ['couple_id'], unique=False)

    op.create_table('process_texts',
    sa.Column('appointment_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('is_addition', sa.Boolean(), nullable=False),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['appointment_id'], ['appointments.id'], name=op.f('fk_process_texts_appointment_id_appointments')),
    sa.ForeignKeyConstraint(['author_id'], ['people.id'], name=op.f('fk_process_texts_author_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_process_texts')),
    sa.UniqueConstraint('appointment_id', 'author_id', 'number', name=op.f('uq_process_texts_appointment_id_author_id_number')),
    sa.UniqueConstraint('public_id', name=op.f('uq_process_texts_public_id'))
    )
    with op.batch_alter_table('process_texts', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_process_texts_appointment_id'), ['appointment_id'], unique=False)

    op.create_table('note_texts',
    sa.Column('note_id', sa.Integer(), nullable=False),
    sa.Column('part', sa.String(length=40), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('is_addition', sa.Boolean(), nullable=False),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['author_id'], ['people.id'], name=op.f('fk_note_texts_author_id_people')),
    sa.ForeignKeyConstraint(['note_id'], ['notes.id'], name=op.f('fk_note_texts_note_id_notes')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_note_texts')),
    sa.UniqueConstraint('note_id', 'part', 'number', name=op.f('uq_note_texts_note_id_part_number')),
    sa.UniqueConstraint('public_id', name=op.f('uq_note_texts_public_id'))
    )
    with op.batch_alter_table('note_texts', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_note_texts_note_id'), ['note_id'], unique=False)


def downgrade():
    with op.batch_alter_table('note_texts', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_note_texts_note_id'))

    op.drop_table('note_texts')
    with op.batch_alter_table('process_texts', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_process_texts_appointment_id'))

    op.drop_table('process_texts')
    with op.batch_alter_table('pins', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_pins_couple_id'))
        batch_op.drop_index(batch_op.f('ix_pins_appointment_id'))

    op.drop_table('pins')
    op.drop_table('notes')
    op.drop_table('attendances')
    with op.batch_alter_table('appointments', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_appointments_state'))
        batch_op.drop_index(batch_op.f('ix_appointments_starts_at'))
        batch_op.drop_index(batch_op.f('ix_appointments_goes_on_id'))
        batch_op.drop_index(batch_op.f('ix_appointments_couple_id'))

    op.drop_table('appointments')
