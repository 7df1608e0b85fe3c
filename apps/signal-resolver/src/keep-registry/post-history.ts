import { askedDay } from '#contracts/cloud-events/day-text';
import type { Transaction } from '#persistence/transaction';
import type { CadreTokens } from '#vault/cadre-token';
import { announceFacts } from '../resolve-subject/announce-facts';
import { tokenIn } from './cadres';
import type { CsvRow } from './csv-table';
import { type HeldLine, PostBook } from './post-book';
import { Room } from './room';
import { keepPostFacts, lockCadres, postFactsOf } from './post-facts';
import { BadRow, type Kept, once, optional, type ReadingIn, type RegistryFile, required, sift, sortRows } from './registry-file';

interface ToldLine {
  readonly token: string;
  readonly post: string;
  readonly from: string;
  readonly left: string | null;
}

/** Nobody who holds a post today began one earlier; such a year is a slip of the pen. */
const EARLIEST = '1950-01-01';

function dayIn(text: string, column: string): string {
  const day = askedDay.safeParse(text);
  if (!day.success || day.data < EARLIEST) throw new BadRow('not-a-date', `${column}不是有效日期，请写成2026-04-27的形式。`);
  return day.data;
}

function lineOf(row: CsvRow, tokens: CadreTokens): ToldLine {
  const token = tokenIn(row, tokens);
  const from = dayIn(required(row, 'from', 10), 'from');
  const leftText = optional(row, 'left', 10);
  const left = leftText === '' ? null : dayIn(leftText, 'left');
  if (left !== null && left <= from) throw new BadRow('left-before-from', '离任日期应晚于任职日期。');
  return { token, post: required(row, 'post_code', 32), from, left };
}

/** Who held which post from when until when. What is new is told to the readings. */
export const POST_HISTORY: RegistryFile = {
  columns: ['id_number', 'post_code', 'from', 'left'],
  async keep(tx: Transaction, rows: readonly CsvRow[], { tokens, today }: ReadingIn): Promise<Kept> {
    const read = sortRows(rows, (row) => lineOf(row, tokens));
    const cadres = await knownCadres(
      tx,
      read.good.map(({ row }) => row.token),
    );
    const factors = await knownPosts(
      tx,
      read.good.map(({ row }) => row.post),
    );
    const known = sift(read.good, ({ token, post, from, left }): HeldLine => {
      const cadre = cadres.get(token);
      if (cadre === undefined) throw new BadRow('cadre-not-known', '干部名册中没有此人，请先导入名册。');
      if (cadre.managedHigher) throw new BadRow('managed-by-higher-level', '该干部由上级管理，不录入本系统。');
      if (!factors.has(post)) throw new BadRow('post-not-known', '职务代码不存在，请先导入职务表。');
      return { cadreId: cadre.id, post, from, left };
    });
    const distinct = once(known.good, ({ cadreId, post, from }) => JSON.stringify([cadreId, post, from]));
    const ids = distinct.good.map(({ row }) => row.cadreId);
    await lockCadres(tx, ids);
    const said = await postFactsOf(tx, ids);
    const room = new Room(
      said,
      distinct.good.map(({ row }) => row),
    );
    const roomy = sift(distinct.good, (line) => room.check(line));
    const book = new PostBook(said, factors, today);
    const changed = book.tell(roomy.good.map(({ row }) => row));
    await keepPostFacts(tx, book.added, book.takenBack);
    await announceFacts(tx, book.facts);
    return { changed, refused: [...read.refused, ...known.refused, ...distinct.refused, ...roomy.refused] };
  },
};

interface CadreOfToken {
  readonly token: string;
  readonly id: string;
  readonly managedHigher: boolean;
}

async function knownCadres(tx: Transaction, tokens: readonly string[]): Promise<Map<string, CadreOfToken>> {
  const rows = await tx.query<CadreOfToken>(
    'SELECT token, id, managed_higher AS "managedHigher" FROM resolver.cadre WHERE token = ANY($1::text[])',
    [tokens],
  );
  return new Map(rows.map((cadre) => [cadre.token, cadre]));
}

async function knownPosts(tx: Transaction, codes: readonly string[]): Promise<Map<string, readonly string[]>> {
  const rows = await tx.query<{ code: string; factors: string[] }>('SELECT code, factors FROM resolver.post WHERE code = ANY($1::text[])', [
    codes,
  ]);
  return new Map(rows.map(({ code, factors }) => [code, factors]));
}
