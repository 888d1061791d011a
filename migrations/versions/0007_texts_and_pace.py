"""Texts both sign, and pace."""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('joint_texts',
    sa.Column('assignment_id', sa.Integer(), nullable=False),
    sa.Column('key', sa.String(length=80), nullable=False),
    sa.Column('signed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['assignment_id'], ['assignments.id'], name=op.f('fk_joint_texts_assignment_id_assignments')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_joint_texts')),
    sa.UniqueConstraint('assignment_id', 'key', name=op.f('uq_joint_texts_assignment_id_key')),
    sa.UniqueConstraint('public_id', name=op.f('uq_joint_texts_public_id'))
    )
    op.create_table('pace_openings',
    sa.Column('assignment_id', sa.Integer(), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=True),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['assignment_id'], ['assignments.id'], name=op.f('fk_pace_openings_assignment_id_assignments')),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_pace_openings_by_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pace_openings')),
    sa.UniqueConstraint('assignment_id', name=op.f('uq_pace_openings_assignment_id')),
    sa.UniqueConstraint('public_id', name=op.f('uq_pace_openings_public_id'))
    )
    op.create_table('pace_choices',
    sa.Column('homework_id', sa.Integer(), nullable=False),
    sa.Column('chosen_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('save_key', sa.String(length=64), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['homework_id'], ['homework.id'], name=op.f('fk_pace_choices_homework_id_homework')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pace_choices')),
    sa.UniqueConstraint('homework_id', name=op.f('uq_pace_choices_homework_id')),
    sa.UniqueConstraint('public_id', name=op.f('uq_pace_choices_public_id'))
    )
    op.create_table('text_versions',
    sa.Column('text_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=False),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('signed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('save_key', sa.String(length=64), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['author_id'], ['people.id'], name=op.f('fk_text_versions_author_id_people')),
    sa.ForeignKeyConstraint(['text_id'], ['joint_texts.id'], name=op.f('fk_text_versions_text_id_joint_texts')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_text_versions')),
    sa.UniqueConstraint('public_id', name=op.f('uq_text_versions_public_id')),
    sa.UniqueConstraint('text_id', 'number', name=op.f('uq_text_versions_text_id_number'))
    )
    op.create_table('approvals',
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('approved_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_approvals_person_id_people')),
    sa.ForeignKeyConstraint(['version_id'], ['text_versions.id'], name=op.f('fk_approvals_version_id_text_versions')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_approvals')),
    sa.UniqueConstraint('version_id', 'person_id', name=op.f('uq_approvals_version_id_person_id'))
    )
    op.create_table('renewals',
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('turn', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('renewed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_renewals_person_id_people')),
    sa.ForeignKeyConstraint(['version_id'], ['text_versions.id'], name=op.f('fk_renewals_version_id_text_versions')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_renewals')),
    sa.UniqueConstraint('version_id', 'turn', 'person_id', name=op.f('uq_renewals_version_id_turn_person_id'))
    )


def downgrade():
    op.drop_table('renewals')
    op.drop_table('approvals')
    op.drop_table('text_versions')
    op.drop_table('pace_choices')
    op.drop_table('pace_openings')
    op.drop_table('joint_texts')
