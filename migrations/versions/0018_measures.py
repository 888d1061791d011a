"""Measures."""

import sqlalchemy as sa
from alembic import op

revision = '0018'
down_revision = '0017'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('instrument_switches',
    sa.Column('practice_id', sa.Integer(), nullable=False),
    sa.Column('slug', sa.String(length=60), nullable=False),
    sa.Column('is_on', sa.Boolean(), nullable=False),
    sa.Column('switched_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['practice_id'], ['practices.id'], name=op.f('fk_instrument_switches_practice_id_practices')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_instrument_switches')),
    sa.UniqueConstraint('practice_id', 'slug', name=op.f('uq_instrument_switches_practice_id_slug'))
    )
    op.create_table('instrument_versions',
    sa.Column('practice_id', sa.Integer(), nullable=False),
    sa.Column('slug', sa.String(length=60), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('has_safety', sa.Boolean(), nullable=False),
    sa.Column('locked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('locked_by_id', sa.Integer(), nullable=True),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['locked_by_id'], ['people.id'], name=op.f('fk_instrument_versions_locked_by_id_people')),
    sa.ForeignKeyConstraint(['practice_id'], ['practices.id'], name=op.f('fk_instrument_versions_practice_id_practices')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_instrument_versions')),
    sa.UniqueConstraint('practice_id', 'slug', 'number', name=op.f('uq_instrument_versions_practice_id_slug_number')),
    sa.UniqueConstraint('public_id', name=op.f('uq_instrument_versions_public_id'))
    )
    with op.batch_alter_table('instrument_versions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_instrument_versions_practice_id'), ['practice_id'], unique=False)

    op.create_table('askings',
    sa.Column('couple_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('rhythm', sa.String(length=40), nullable=False),
    sa.Column('every_weeks', sa.Integer(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('asked_key', sa.String(length=64), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['couple_id'], ['couples.id'], name=op.f('fk_askings_couple_id_couples')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_askings_person_id_people')),
    sa.ForeignKeyConstraint(['version_id'], ['instrument_versions.id'], name=op.f('fk_askings_version_id_instrument_versions')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_askings')),
    sa.UniqueConstraint('couple_id', 'person_id', 'asked_key', name=op.f('uq_askings_couple_id_person_id_asked_key')),
    sa.UniqueConstraint('public_id', name=op.f('uq_askings_public_id'))
    )
    with op.batch_alter_table('askings', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_askings_couple_id'), ['couple_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_askings_person_id'), ['person_id'], unique=False)

    op.create_table('totals_releases',
    sa.Column('couple_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('slug', sa.String(length=60), nullable=False),
    sa.Column('agreed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['couple_id'], ['couples.id'], name=op.f('fk_totals_releases_couple_id_couples')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_totals_releases_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_totals_releases')),
    sa.UniqueConstraint('couple_id', 'person_id', 'slug', name=op.f('uq_totals_releases_couple_id_person_id_slug')),
    sa.UniqueConstraint('public_id', name=op.f('uq_totals_releases_public_id'))
    )
    with op.batch_alter_table('totals_releases', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_totals_releases_couple_id'), ['couple_id'], unique=False)

    op.create_table('occasions',
    sa.Column('asking_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('point', sa.String(length=40), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('state', sa.String(length=40), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('settled_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reminded', sa.Integer(), nullable=False),
    sa.Column('reminded_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['asking_id'], ['askings.id'], name=op.f('fk_occasions_asking_id_askings')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_occasions')),
    sa.UniqueConstraint('asking_id', 'number', name=op.f('uq_occasions_asking_id_number')),
    sa.UniqueConstraint('public_id', name=op.f('uq_occasions_public_id'))
    )
    with op.batch_alter_table('occasions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_occasions_state'), ['state'], unique=False)

    op.create_table('item_answers',
    sa.Column('occasion_id', sa.Integer(), nullable=False),
    sa.Column('policy_id', sa.Integer(), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('sent_key', sa.String(length=64), nullable=False),
    sa.Column('read_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['occasion_id'], ['occasions.id'], name=op.f('fk_item_answers_occasion_id_occasions')),
    sa.ForeignKeyConstraint(['policy_id'], ['confidentialities.id'], name=op.f('fk_item_answers_policy_id_confidentialities')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_item_answers')),
    sa.UniqueConstraint('occasion_id', name=op.f('uq_item_answers_occasion_id')),
    sa.UniqueConstraint('public_id', name=op.f('uq_item_answers_public_id'))
    )
    op.create_table('measure_marks',
    sa.Column('occasion_id', sa.Integer(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('saved_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['occasion_id'], ['occasions.id'], name=op.f('fk_measure_marks_occasion_id_occasions')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_measure_marks')),
    sa.UniqueConstraint('occasion_id', name=op.f('uq_measure_marks_occasion_id')),
    sa.UniqueConstraint('public_id', name=op.f('uq_measure_marks_public_id'))
    )
    op.create_table('measure_totals',
    sa.Column('occasion_id', sa.Integer(), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['occasion_id'], ['occasions.id'], name=op.f('fk_measure_totals_occasion_id_occasions')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_measure_totals')),
    sa.UniqueConstraint('occasion_id', name=op.f('uq_measure_totals_occasion_id')),
    sa.UniqueConstraint('public_id', name=op.f('uq_measure_totals_public_id'))
    )


def downgrade():
    op.drop_table('measure_totals')
    op.drop_table('measure_marks')
    op.drop_table('item_answers')
    with op.batch_alter_table('occasions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_occasions_state'))

    op.drop_table('occasions')
    with op.batch_alter_table('totals_releases', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_totals_releases_couple_id'))

    op.drop_table('totals_releases')
    with op.batch_alter_table('askings', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_askings_person_id'))
        batch_op.drop_index(batch_op.f('ix_askings_couple_id'))

    op.drop_table('askings')
    with op.batch_alter_table('instrument_versions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_instrument_versions_practice_id'))

    op.drop_table('instrument_versions')
    op.drop_table('instrument_switches')
