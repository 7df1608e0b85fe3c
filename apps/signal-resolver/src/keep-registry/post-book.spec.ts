import { type HeldLine, PostBook } from './post-book';
import type { PostFact } from './post-facts';

const line = (from: string, left: string | null = null): HeldLine => ({ cadreId: 'cadre:1', post: 'P', from, left });

/** What a reading would have in force after these lines, told in this order: [kind, day]. */
function told(...lines: readonly HeldLine[]): { readonly book: PostBook; readonly inForce: readonly (readonly [string, string])[] } {
  const book = new PostBook([], new Map(), '2026-06-01');
  for (const next of lines) book.tell(next);
  return { book, inForce: kept(book).map(({ kind, day }) => [kind, day]) };
}

const kept = ({ added, takenBack }: PostBook): PostFact[] =>
  added.filter(({ eventId }) => !takenBack.includes(eventId)).toSorted((a, b) => (a.day < b.day ? -1 : 1));

describe('the lines of a post history', () => {
  it('give each holding its own leaving, whichever line is told first', () => {
    const both = [
      ['post-held', '2015-01-01'],
      ['post-left', '2018-01-01'],
      ['post-held', '2020-01-01'],
      ['post-left', '2022-01-01'],
    ];
    expect(told(line('2015-01-01', '2018-01-01'), line('2020-01-01', '2022-01-01')).inForce).toEqual(both);
    expect(told(line('2020-01-01', '2022-01-01'), line('2015-01-01', '2018-01-01')).inForce).toEqual(both);
  });

  it('add nothing when they are told again, even where holdings overlap', () => {
    const { book } = told(line('2015-01-01', '2021-01-01'), line('2020-01-01', '2022-01-01'));
    const before = book.facts.length;
    expect([book.tell(line('2015-01-01', '2021-01-01')), book.tell(line('2020-01-01', '2022-01-01'))]).toEqual([false, false]);
    expect(book.facts).toHaveLength(before);
  });

  it('do not say that a post is held again when the day of leaving is blank', () => {
    expect(told(line('2015-01-01', '2018-01-01'), line('2015-01-01')).inForce).toEqual([
      ['post-held', '2015-01-01'],
      ['post-left', '2018-01-01'],
    ]);
  });

  it('put another day of leaving in the place of the earlier one, under an id that was never taken back', () => {
    const { book, inForce } = told(line('2015-01-01', '2018-01-01'), line('2015-01-01', '2018-06-01'), line('2015-01-01', '2018-01-01'));
    expect(inForce).toEqual([
      ['post-held', '2015-01-01'],
      ['post-left', '2018-01-01'],
    ]);
    expect(new Set(book.added.map(({ eventId }) => eventId)).size).toBe(4);
  });

  it('give the same ids to the same content, so that a repeat is a duplicate', () => {
    const ids = (): string[] => told(line('2015-01-01', '2018-01-01')).book.facts.map(({ eventId }) => eventId);
    expect(ids()).toEqual(ids());
  });

  it('are released on the days of which they speak, never later than today nor before the landmark', () => {
    const { book } = told(line('1998-01-01', '2018-01-01'), line('2026-12-01'));
    expect(book.facts.map(({ kind, releasedOn }) => [kind, releasedOn])).toEqual([
      ['post-held', '2000-01-01'],
      ['post-left', '2018-01-01'],
      ['post-held', '2026-06-01'],
    ]);
  });
});
