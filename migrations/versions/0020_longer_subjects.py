"""Room in a report for the whole of a step's name."""

import sqlalchemy as sa
from alembic import op

revision = '0020'
down_revision = '0019'
branch_labels = None
depends_on = None


def upgrade():
    _about('about', 80)


def downgrade():
    _about('substr(about, 1, 64)', 64)


def _about(kept, length):
    # A column beside the old one: SQLite would have to write the whole table anew, while other tables point to it.
    op.add_column('reports', sa.Column('about_anew', sa.String(length=length), server_default='', nullable=False))
    op.execute(f'UPDATE reports SET about_anew = {kept}')
    op.drop_column('reports', 'about')
    op.execute('ALTER TABLE reports RENAME COLUMN about_anew TO about')
