"""The first tables: people, couples, programme, homework, letters, the trail and the keys."""

import sqlalchemy as sa
from alembic import op

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('editions',
    sa.Column('slug', sa.String(length=80), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_editions')),
    sa.UniqueConstraint('public_id', name=op.f('uq_editions_public_id')),
    sa.UniqueConstraint('slug', 'digest', name=op.f('uq_editions_slug_digest'))
    )
    op.create_table('events',
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('verb', sa.String(length=60), nullable=False),
    sa.Column('actor', sa.String(length=32), nullable=True),
    sa.Column('subject', sa.String(length=32), nullable=True),
    sa.Column('couple', sa.String(length=32), nullable=True),
    sa.Column('facts', sa.JSON(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_events'))
    )
    with op.batch_alter_table('events', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_events_at'), ['at'], unique=False)
        batch_op.create_index('ix_events_couple_at', ['couple', 'at'], unique=False)
        batch_op.create_index('ix_events_subject_verb', ['subject', 'verb'], unique=False)

    op.create_table('guess_buckets',
    sa.Column('name_hash', sa.String(length=64), nullable=False),
    sa.Column('left', sa.Double(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_guess_buckets')),
    sa.UniqueConstraint('name_hash', name=op.f('uq_guess_buckets_name_hash'))
    )
    op.create_table('keys',
    sa.Column('owner', sa.String(length=120), nullable=False),
    sa.Column('wrapped_by', sa.String(length=120), nullable=False),
    sa.Column('wrapped', sa.LargeBinary(), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('destroyed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_keys')),
    sa.UniqueConstraint('owner', name=op.f('uq_keys_owner'))
    )
    op.create_table('letters',
    sa.Column('to_name', sa.String(length=200), nullable=False),
    sa.Column('to_address', sa.String(length=254), nullable=False),
    sa.Column('subject', sa.String(length=120), nullable=False),
    sa.Column('message_id', sa.String(length=200), nullable=False),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('next_try_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('trouble', sa.Text(), nullable=True),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_letters')),
    sa.UniqueConstraint('public_id', name=op.f('uq_letters_public_id'))
    )
    with op.batch_alter_table('letters', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_letters_next_try_at'), ['next_try_at'], unique=False)

    op.create_table('practices',
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('country', sa.String(length=2), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_practices')),
    sa.UniqueConstraint('public_id', name=op.f('uq_practices_public_id'))
    )
    op.create_table('people',
    sa.Column('practice_id', sa.Integer(), nullable=False),
    sa.Column('role', sa.String(length=40), nullable=False),
    sa.Column('is_owner', sa.Boolean(), nullable=False),
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('email', sa.String(length=254), nullable=False),
    sa.Column('password_hash', sa.String(length=200), nullable=True),
    sa.Column('time_zone', sa.String(length=60), nullable=False),
    sa.Column('locale', sa.String(length=20), nullable=False),
    sa.Column('totp_sealed', sa.LargeBinary(), nullable=True),
    sa.Column('totp_last_step', sa.Integer(), nullable=False),
    sa.Column('joined_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('disabled_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['practice_id'], ['practices.id'], name=op.f('fk_people_practice_id_practices')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_people')),
    sa.UniqueConstraint('email', name=op.f('uq_people_email')),
    sa.UniqueConstraint('public_id', name=op.f('uq_people_public_id'))
    )
    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_people_practice_id'), ['practice_id'], unique=False)

    op.create_table('published_steps',
    sa.Column('edition_id', sa.Integer(), nullable=False),
    sa.Column('slug', sa.String(length=80), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('together', sa.Boolean(), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['edition_id'], ['editions.id'], name=op.f('fk_published_steps_edition_id_editions')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_published_steps')),
    sa.UniqueConstraint('edition_id', 'slug', name=op.f('uq_published_steps_edition_id_slug')),
    sa.UniqueConstraint('public_id', name=op.f('uq_published_steps_public_id'))
    )
    op.create_table('couples',
    sa.Column('practice_id', sa.Integer(), nullable=False),
    sa.Column('coach_id', sa.Integer(), nullable=False),
    sa.Column('first_id', sa.Integer(), nullable=False),
    sa.Column('second_id', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=40), nullable=False),
    sa.Column('state_before', sa.String(length=40), nullable=True),
    sa.Column('began_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['coach_id'], ['people.id'], name=op.f('fk_couples_coach_id_people')),
    sa.ForeignKeyConstraint(['first_id'], ['people.id'], name=op.f('fk_couples_first_id_people')),
    sa.ForeignKeyConstraint(['practice_id'], ['practices.id'], name=op.f('fk_couples_practice_id_practices')),
    sa.ForeignKeyConstraint(['second_id'], ['people.id'], name=op.f('fk_couples_second_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_couples')),
    sa.UniqueConstraint('first_id', name=op.f('uq_couples_first_id')),
    sa.UniqueConstraint('public_id', name=op.f('uq_couples_public_id')),
    sa.UniqueConstraint('second_id', name=op.f('uq_couples_second_id'))
    )
    with op.batch_alter_table('couples', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_couples_coach_id'), ['coach_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_couples_practice_id'), ['practice_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_couples_state'), ['state'], unique=False)

    op.create_table('links',
    sa.Column('purpose', sa.String(length=40), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('used_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('wrong_codes', sa.Integer(), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_links_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_links')),
    sa.UniqueConstraint('public_id', name=op.f('uq_links_public_id')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_links_token_hash'))
    )
    with op.batch_alter_table('links', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_links_person_id'), ['person_id'], unique=False)

    op.create_table('recovery_codes',
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('code_hash', sa.String(length=64), nullable=False),
    sa.Column('used_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_recovery_codes_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_recovery_codes'))
    )
    with op.batch_alter_table('recovery_codes', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_recovery_codes_person_id'), ['person_id'], unique=False)

    op.create_table('sign_ins',
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('handle_hash', sa.String(length=64), nullable=False),
    sa.Column('device', sa.String(length=80), nullable=False),
    sa.Column('began_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('seen_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('proved_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_sign_ins_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sign_ins')),
    sa.UniqueConstraint('handle_hash', name=op.f('uq_sign_ins_handle_hash')),
    sa.UniqueConstraint('public_id', name=op.f('uq_sign_ins_public_id'))
    )
    with op.batch_alter_table('sign_ins', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sign_ins_person_id'), ['person_id'], unique=False)

    op.create_table('assignments',
    sa.Column('couple_id', sa.Integer(), nullable=False),
    sa.Column('published_step_id', sa.Integer(), nullable=False),
    sa.Column('together', sa.Boolean(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('reveals_itself', sa.Boolean(), nullable=False),
    sa.Column('assigned_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['couple_id'], ['couples.id'], name=op.f('fk_assignments_couple_id_couples')),
    sa.ForeignKeyConstraint(['published_step_id'], ['published_steps.id'], name=op.f('fk_assignments_published_step_id_published_steps')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_assignments')),
    sa.UniqueConstraint('public_id', name=op.f('uq_assignments_public_id'))
    )
    with op.batch_alter_table('assignments', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_assignments_couple_id'), ['couple_id'], unique=False)

    op.create_table('confidentialities',
    sa.Column('couple_id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('proposed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['couple_id'], ['couples.id'], name=op.f('fk_confidentialities_couple_id_couples')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_confidentialities')),
    sa.UniqueConstraint('couple_id', 'version', name=op.f('uq_confidentialities_couple_id_version')),
    sa.UniqueConstraint('public_id', name=op.f('uq_confidentialities_public_id'))
    )
    with op.batch_alter_table('confidentialities', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_confidentialities_couple_id'), ['couple_id'], unique=False)

    op.create_table('enrolments',
    sa.Column('couple_id', sa.Integer(), nullable=False),
    sa.Column('edition_id', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['couple_id'], ['couples.id'], name=op.f('fk_enrolments_couple_id_couples')),
    sa.ForeignKeyConstraint(['edition_id'], ['editions.id'], name=op.f('fk_enrolments_edition_id_editions')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_enrolments')),
    sa.UniqueConstraint('couple_id', name=op.f('uq_enrolments_couple_id'))
    )
    op.create_table('homework',
    sa.Column('assignment_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=40), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('submitted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reviewed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['assignment_id'], ['assignments.id'], name=op.f('fk_homework_assignment_id_assignments')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_homework_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_homework')),
    sa.UniqueConstraint('assignment_id', 'person_id', name=op.f('uq_homework_assignment_id_person_id')),
    sa.UniqueConstraint('public_id', name=op.f('uq_homework_public_id'))
    )
    with op.batch_alter_table('homework', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_homework_assignment_id'), ['assignment_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_homework_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_homework_state'), ['state'], unique=False)

    op.create_table('signatures',
    sa.Column('confidentiality_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('typed_name', sa.String(length=80), nullable=False),
    sa.Column('signed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['confidentiality_id'], ['confidentialities.id'], name=op.f('fk_signatures_confidentiality_id_confidentialities')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_signatures_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_signatures')),
    sa.UniqueConstraint('confidentiality_id', 'person_id', name=op.f('uq_signatures_confidentiality_id_person_id'))
    )
    op.create_table('drafts',
    sa.Column('homework_id', sa.Integer(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('saved_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('save_key', sa.String(length=64), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['homework_id'], ['homework.id'], name=op.f('fk_drafts_homework_id_homework')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_drafts')),
    sa.UniqueConstraint('homework_id', name=op.f('uq_drafts_homework_id')),
    sa.UniqueConstraint('public_id', name=op.f('uq_drafts_public_id'))
    )
    op.create_table('feedback',
    sa.Column('homework_id', sa.Integer(), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=False),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('read_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['author_id'], ['people.id'], name=op.f('fk_feedback_author_id_people')),
    sa.ForeignKeyConstraint(['homework_id'], ['homework.id'], name=op.f('fk_feedback_homework_id_homework')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_feedback')),
    sa.UniqueConstraint('public_id', name=op.f('uq_feedback_public_id'))
    )
    with op.batch_alter_table('feedback', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_feedback_homework_id'), ['homework_id'], unique=False)

    op.create_table('reflections',
    sa.Column('homework_id', sa.Integer(), nullable=False),
    sa.Column('attempt', sa.Integer(), nullable=False),
    sa.Column('sent_key', sa.String(length=64), nullable=False),
    sa.Column('submitted_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('revealed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('released_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('chosen_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('voided_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['homework_id'], ['homework.id'], name=op.f('fk_reflections_homework_id_homework')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reflections')),
    sa.UniqueConstraint('homework_id', 'attempt', name=op.f('uq_reflections_homework_id_attempt')),
    sa.UniqueConstraint('homework_id', 'sent_key', name=op.f('uq_reflections_homework_id_sent_key')),
    sa.UniqueConstraint('public_id', name=op.f('uq_reflections_public_id'))
    )
    with op.batch_alter_table('reflections', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reflections_homework_id'), ['homework_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_reflections_submitted_at'), ['submitted_at'], unique=False)

    op.create_table('answers',
    sa.Column('reflection_id', sa.Integer(), nullable=False),
    sa.Column('confidentiality_id', sa.Integer(), nullable=False),
    sa.Column('prompt_key', sa.String(length=80), nullable=False),
    sa.Column('readers', sa.String(length=40), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['confidentiality_id'], ['confidentialities.id'], name=op.f('fk_answers_confidentiality_id_confidentialities')),
    sa.ForeignKeyConstraint(['reflection_id'], ['reflections.id'], name=op.f('fk_answers_reflection_id_reflections')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_answers')),
    sa.UniqueConstraint('public_id', name=op.f('uq_answers_public_id')),
    sa.UniqueConstraint('reflection_id', 'prompt_key', name=op.f('uq_answers_reflection_id_prompt_key'))
    )
    with op.batch_alter_table('answers', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_answers_reflection_id'), ['reflection_id'], unique=False)

    op.create_table('draft_versions',
    sa.Column('draft_id', sa.Integer(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('saved_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['draft_id'], ['drafts.id'], name=op.f('fk_draft_versions_draft_id_drafts')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_draft_versions')),
    sa.UniqueConstraint('public_id', name=op.f('uq_draft_versions_public_id'))
    )
    with op.batch_alter_table('draft_versions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_draft_versions_draft_id'), ['draft_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_draft_versions_saved_at'), ['saved_at'], unique=False)



def downgrade():
    with op.batch_alter_table('draft_versions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_draft_versions_saved_at'))
        batch_op.drop_index(batch_op.f('ix_draft_versions_draft_id'))

    op.drop_table('draft_versions')
    with op.batch_alter_table('answers', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_answers_reflection_id'))

    op.drop_table('answers')
    with op.batch_alter_table('reflections', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_reflections_submitted_at'))
        batch_op.drop_index(batch_op.f('ix_reflections_homework_id'))

    op.drop_table('reflections')
    with op.batch_alter_table('feedback', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_feedback_homework_id'))

    op.drop_table('feedback')
    op.drop_table('drafts')
    op.drop_table('signatures')
    with op.batch_alter_table('homework', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_homework_state'))
        batch_op.drop_index(batch_op.f('ix_homework_person_id'))
        batch_op.drop_index(batch_op.f('ix_homework_assignment_id'))

    op.drop_table('homework')
    op.drop_table('enrolments')
    with op.batch_alter_table('confidentialities', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_confidentialities_couple_id'))

    op.drop_table('confidentialities')
    with op.batch_alter_table('assignments', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_assignments_couple_id'))

    op.drop_table('assignments')
    with op.batch_alter_table('sign_ins', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_sign_ins_person_id'))

    op.drop_table('sign_ins')
    with op.batch_alter_table('recovery_codes', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_recovery_codes_person_id'))

    op.drop_table('recovery_codes')
    with op.batch_alter_table('links', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_links_person_id'))

    op.drop_table('links')
    with op.batch_alter_table('couples', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_couples_state'))
        batch_op.drop_index(batch_op.f('ix_couples_practice_id'))
        batch_op.drop_index(batch_op.f('ix_couples_coach_id'))

    op.drop_table('couples')
    op.drop_table('published_steps')
    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_people_practice_id'))

    op.drop_table('people')
    op.drop_table('practices')
    with op.batch_alter_table('letters', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_letters_next_try_at'))

    op.drop_table('letters')
    op.drop_table('keys')
    op.drop_table('guess_buckets')
    with op.batch_alter_table('events', schema=None) as batch_op:
        batch_op.drop_index('ix_events_subject_verb')
        batch_op.drop_index('ix_events_couple_at')
        batch_op.drop_index(batch_op.f('ix_events_at'))

    op.drop_table('events')
    op.drop_table('editions')
