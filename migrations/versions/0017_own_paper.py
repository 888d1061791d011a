"""A practice's own paper, and the facts of a report kept beside it."""

import sqlalchemy as sa
from alembic import op

revision = '0017'
down_revision = '0016'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'logos',
        sa.Column('practice_id', sa.Integer(), nullable=False),
        sa.Column('digest', sa.String(length=64), nullable=False),
        sa.Column('kind', sa.String(length=20), nullable=False),
        sa.Column('data', sa.LargeBinary(), nullable=False),
        sa.Column('kept_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('id', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(['practice_id'], ['practices.id'], name=op.f('fk_logos_practice_id_practices')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_logos')),
        sa.UniqueConstraint('practice_id', 'digest', name=op.f('uq_logos_practice_id_digest')),
    )
    op.create_table(
        'letterheads',
        sa.Column('practice_id', sa.Integer(), nullable=False),
        sa.Column('name', sa.String(length=120), nullable=False),
        sa.Column('address', sa.String(length=400), nullable=False),
        sa.Column('footer', sa.String(length=160), nullable=False),
        sa.Column('accent', sa.String(length=7), nullable=False),
        sa.Column('logo_id', sa.Integer(), nullable=True),
        sa.Column('revision', sa.Integer(), nullable=False),
        sa.Column('id', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(['logo_id'], ['logos.id'], name=op.f('fk_letterheads_logo_id_logos')),
        sa.ForeignKeyConstraint(['practice_id'], ['practices.id'], name=op.f('fk_letterheads_practice_id_practices')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_letterheads')),
        sa.UniqueConstraint('practice_id', name=op.f('uq_letterheads_practice_id')),
    )
    with op.batch_alter_table('reports', schema=None) as batch_op:
        batch_op.add_column(sa.Column('sealed_facts', sa.LargeBinary(), nullable=True))


def downgrade():
    with op.batch_alter_table('reports', schema=None) as batch_op:
        batch_op.drop_column('sealed_facts')
    op.drop_table('letterheads')
    op.drop_table('logos')
