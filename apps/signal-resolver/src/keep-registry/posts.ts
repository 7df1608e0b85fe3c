import { POST_FACTORS, type PostFactor } from '#domain/risk/policy';
import type { Transaction } from '#persistence/transaction';
import type { CsvRow } from './csv-table';
import { takePostsAgain } from './posts-taken-again';
import { BadRow, type Kept, once, optional, type ReadingIn, type RegistryFile, required, sift, sortRows } from './registry-file';

interface Post {
  readonly code: string;
  readonly unit: string;
  readonly title: string;
  /** Exposure factors, in the policy's order. */
  readonly factors: readonly PostFactor[];
}

function postOf(row: CsvRow): Post {
  const named = optional(row, 'factors', 200)
    .split(';')
    .map((factor) => factor.trim())
    .filter(Boolean);
  const unknown = named.filter((name) => !POST_FACTORS.some((factor) => factor === name));
  if (unknown.length > 0) throw new BadRow('factor-not-known', `岗位因素“${unknown.join('、')}”不存在，可用：${POST_FACTORS.join('、')}。`);
  return {
    code: required(row, 'code', 32),
    unit: required(row, 'unit_code', 32),
    title: required(row, 'title', 80),
    factors: POST_FACTORS.filter((factor) => named.includes(factor)),
  };
}

/** Posts of known units. Those who hold a post whose factors change take it anew, so that their readings show it. */
export const POSTS: RegistryFile = {
  columns: ['code', 'unit_code', 'title', 'factors'],
  async keep(tx: Transaction, rows: readonly CsvRow[], { today }: ReadingIn): Promise<Kept> {
    const read = sortRows(rows, postOf);
    const distinct = once(read.good, ({ code }) => code);
    const units = await knownUnits(
      tx,
      distinct.good.map(({ row }) => row.unit),
    );
    const placed = sift(distinct.good, (post) => {
      if (!units.has(post.unit)) throw new BadRow('unit-not-known', '单位代码不存在，请先导入单位表。');
      return post;
    });
    const posts = placed.good.map(({ row }) => row);
    const exposed = await withOtherFactors(tx, posts);
    const changed = await store(tx, posts);
    await takePostsAgain(tx, new Map(exposed.map(({ code, factors }) => [code, factors])), today);
    return { changed, refused: [...read.refused, ...distinct.refused, ...placed.refused] };
  },
};

async function knownUnits(tx: Transaction, codes: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ code: string }>('SELECT code FROM resolver.unit WHERE code = ANY($1::text[])', [codes]);
  return new Set(rows.map(({ code }) => code));
}

async function withOtherFactors(tx: Transaction, posts: readonly Post[]): Promise<readonly Post[]> {
  const rows = await tx.query<{ code: string; factors: string[] }>(
    'SELECT code, factors FROM resolver.post WHERE code = ANY($1::text[]) ORDER BY code FOR UPDATE',
    [posts.map(({ code }) => code)],
  );
  const before = new Map(rows.map(({ code, factors }) => [code, factors.join(';')]));
  return posts.filter(({ code, factors }) => before.has(code) && before.get(code) !== factors.join(';'));
}

async function store(tx: Transaction, posts: readonly Post[]): Promise<number> {
  const changed = await tx.query(
    `INSERT INTO resolver.post AS known (code, unit_code, title, factors)
     SELECT code, unit_code, title, string_to_array(factors, ';')
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS told (code, unit_code, title, factors)
     ON CONFLICT (code) DO UPDATE SET unit_code = excluded.unit_code, title = excluded.title, factors = excluded.factors
       WHERE (known.unit_code, known.title, known.factors) IS DISTINCT FROM (excluded.unit_code, excluded.title, excluded.factors)
     RETURNING 1`,
    [
      posts.map(({ code }) => code),
      posts.map(({ unit }) => unit),
      posts.map(({ title }) => title),
      posts.map(({ factors }) => factors.join(';')),
    ],
  );
  return changed.length;
}
