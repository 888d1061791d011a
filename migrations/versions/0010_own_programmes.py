"""A coach's own steps and programmes."""

import sqlalchemy as sa
from alembic import op

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('manuscripts',
    sa.Column('practice_id', sa.Integer(), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=False),
    sa.Column('slug', sa.String(length=80), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('body_before', sa.Text(), nullable=True),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('save_key', sa.String(length=64), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('public_id', sa.String(length=32), nullable=False),
    sa.Column('id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['author_id'], ['people.id'], name=op.f('fk_manuscripts_author_id_people')),
    sa.ForeignKeyConstraint(['practice_id'], ['practices.id'], name=op.f('fk_manuscripts_practice_id_practices')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_manuscripts')),
    sa.UniqueConstraint('public_id', name=op.f('uq_manuscripts_public_id'))
    )
    with op.batch_alter_table('manuscripts', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_manuscripts_author_id'), ['author_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_manuscripts_practice_id'), ['practice_id'], unique=False)

    if op.get_bind().dialect.name == 'sqlite':
        # SQLite would make the table anew, and the steps that point to it forbid that.
        op.execute('ALTER TABLE editions ADD COLUMN practice_id INTEGER '
                   'CONSTRAINT fk_editions_practice_id_practices REFERENCES practices (id)')
        op.execute('ALTER TABLE editions ADD COLUMN author_id INTEGER '
                   'CONSTRAINT fk_editions_author_id_people REFERENCES people (id)')
    else:
        op.add_column('editions', sa.Column('practice_id', sa.Integer(), nullable=True))
        op.add_column('editions', sa.Column('author_id', sa.Integer(), nullable=True))
        op.create_foreign_key(op.f('fk_editions_practice_id_practices'), 'editions', 'practices', ['practice_id'], ['id'])
        op.create_foreign_key(op.f('fk_editions_author_id_people'), 'editions', 'people', ['author_id'], ['id'])
    op.add_column('editions', sa.Column('frame', sa.Text(), nullable=True))
    op.create_index(op.f('ix_editions_author_id'), 'editions', ['author_id'], unique=False)
    op.create_index(op.f('ix_editions_practice_id'), 'editions', ['practice_id'], unique=False)
    op.create_index(op.f('uq_editions_practice_id_slug_version'), 'editions', ['practice_id', 'slug', 'version'], unique=True)


def downgrade():
    # Own editions stay, for homework points to their steps; whose they are is forgotten.
    op.drop_index(op.f('uq_editions_practice_id_slug_version'), table_name='editions')
    op.drop_index(op.f('ix_editions_practice_id'), table_name='editions')
    op.drop_index(op.f('ix_editions_author_id'), table_name='editions')
    op.drop_column('editions', 'frame')
    op.drop_column('editions', 'author_id')
    op.drop_column('editions', 'practice_id')
    with op.batch_alter_table('manuscripts', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_manuscripts_practice_id'))
        batch_op.drop_index(batch_op.f('ix_manuscripts_author_id'))

    op.drop_table('manuscripts')
