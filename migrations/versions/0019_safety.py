"""What each is asked alone, and help lines."""

import sqlalchemy as sa
from alembic import op

revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('help_lines',
    sa.Column('practice_id', sa.Integer(), nullable=False),
    sa.Column('key', sa.String(length=40), nullable=False),
    sa.Column('country', sa.String(length=2), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('number', sa.String(length=60), nullable=False),
    sa.Column('hours', sa.String(length=120), nullable=False),
    sa.Column('note', sa.String(length=300), nullable=False),
    sa.Column('checked_on', sa.Date(), nullable=True),
    sa.Column('removed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['practice_id'], ['practices.id'], name=op.f('fk_help_lines_practice_id_practices')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_help_lines')),
    sa.UniqueConstraint('practice_id', 'key', name=op.f('uq_help_lines_practice_id_key'))
    )
    op.create_table('safety_dealings',
    sa.Column('couple_id', sa.Integer(), nullable=False),
    sa.Column('about', sa.String(length=32), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.Column('dealt_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_safety_dealings_by_id_people')),
    sa.ForeignKeyConstraint(['couple_id'], ['couples.id'], name=op.f('fk_safety_dealings_couple_id_couples')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_safety_dealings')),
    sa.UniqueConstraint('about', name=op.f('uq_safety_dealings_about')),
    sa.UniqueConstraint('public_id', name=op.f('uq_safety_dealings_public_id'))
    )
    with op.batch_alter_table('safety_dealings', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_safety_dealings_couple_id'), ['couple_id'], unique=False)

    op.create_table('safety_rhythms',
    sa.Column('couple_id', sa.Integer(), nullable=False),
    sa.Column('at_first', sa.Boolean(), nullable=False),
    sa.Column('unit', sa.String(length=40), nullable=False),
    sa.Column('every', sa.Integer(), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['couple_id'], ['couples.id'], name=op.f('fk_safety_rhythms_couple_id_couples')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_safety_rhythms')),
    sa.UniqueConstraint('couple_id', name=op.f('uq_safety_rhythms_couple_id'))
    )
    op.create_table('safety_screens',
    sa.Column('couple_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('round', sa.Integer(), nullable=True),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['couple_id'], ['couples.id'], name=op.f('fk_safety_screens_couple_id_couples')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_safety_screens_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_safety_screens')),
    sa.UniqueConstraint('person_id', 'round', name=op.f('uq_safety_screens_person_id_round')),
    sa.UniqueConstraint('public_id', name=op.f('uq_safety_screens_public_id'))
    )
    with op.batch_alter_table('safety_screens', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_safety_screens_couple_id'), ['couple_id'], unique=False)

    op.create_table('safety_answers',
    sa.Column('screen_id', sa.Integer(), nullable=False),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('save_key', sa.String(length=64), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_for', sa.String(length=120), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['screen_id'], ['safety_screens.id'], name=op.f('fk_safety_answers_screen_id_safety_screens')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_safety_answers')),
    sa.UniqueConstraint('public_id', name=op.f('uq_safety_answers_public_id')),
    sa.UniqueConstraint('screen_id', 'save_key', name=op.f('uq_safety_answers_screen_id_save_key'))
    )


def downgrade():
    op.drop_table('safety_answers')
    with op.batch_alter_table('safety_screens', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_safety_screens_couple_id'))

    op.drop_table('safety_screens')
    op.drop_table('safety_rhythms')
    with op.batch_alter_table('safety_dealings', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_safety_dealings_couple_id'))

    op.drop_table('safety_dealings')
    op.drop_table('help_lines')
