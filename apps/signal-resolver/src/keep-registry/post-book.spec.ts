import { type HeldLine, PostBook } from './post-book';
import type { PostFact } from './post-facts';
import { Room } from './room';

const line = (from: string, left: string | null = null): HeldLine => ({ cadreId: 'cadre:1', post: 'P', from, left });
const leaving = (day: string): PostFact => ({ eventId: `left ${day}`, kind: 'post-left', cadreId: 'cadre:1', post: 'P', day });

/** Files of lines, read in one after the other, after what other events said. */
function readIn(said: readonly PostFact[], ...files: readonly (readonly HeldLine[])[]): PostBook {
  const book = new PostBook(said, new Map(), '2026-06-01');
  for (const lines of files) book.tell(lines);
  return book;
}

/** What a reading has in force then: kind and day. */
const inForce = ({ added, takenBack }: PostBook): string[] =>
  added.flatMap(({ eventId, kind, day }) => (takenBack.includes(eventId) ? [] : `${day} ${kind}`)).toSorted();

const TWO = ['2015-01-01 post-held', '2018-01-01 post-left', '2020-01-01 post-held', '2022-01-01 post-left'];
const FIRST = line('2015-01-01', '2018-01-01');
const SECOND = line('2020-01-01', '2022-01-01');

describe('the lines of a post history', () => {
  it('give each holding its own leaving, in whatever order and files they come', () => {
    expect(inForce(readIn([], [FIRST, SECOND]))).toEqual(TWO);
    expect(inForce(readIn([], [SECOND, FIRST]))).toEqual(TWO);
    expect(inForce(readIn([], [SECOND], [FIRST]))).toEqual(TWO);
    expect(inForce(readIn([], [FIRST], [SECOND]))).toEqual(TWO);
  });

  it('leave alone what an event said about another holding', () => {
    const book = readIn([leaving('2022-01-01')], [FIRST, SECOND]);
    expect([book.takenBack, inForce(book)]).toEqual([[], TWO.slice(0, 3)]);
  });

  it('take another day of leaving back when an event has said the right one', () => {
    const book = readIn([], [line('2015-01-01', '2018-06-01')]);
    const later = readIn([...book.added, leaving('2018-01-01')], [FIRST]);
    expect([later.added, later.takenBack]).toEqual([[], [book.added[1]?.eventId]]);
  });

  it('add nothing when they are told again', () => {
    const book = readIn([], [FIRST, SECOND]);
    const before = book.facts.length;
    expect(book.tell([SECOND, FIRST])).toBe(0);
    expect(book.facts).toHaveLength(before);
  });

  it('do not say that a post is held again when the day of leaving is blank', () => {
    expect(inForce(readIn([], [FIRST], [line('2015-01-01')]))).toEqual(TWO.slice(0, 2));
  });

  it('put another day of leaving in the place of the earlier one, under an id that was never taken back', () => {
    const book = readIn([], [FIRST], [line('2015-01-01', '2018-06-01')], [FIRST]);
    expect(inForce(book)).toEqual(TWO.slice(0, 2));
    expect(new Set(book.added.map(({ eventId }) => eventId)).size).toBe(4);
  });

  it('give the same ids to the same content, so that a repeat is a duplicate', () => {
    const ids = (): string[] => readIn([], [FIRST, SECOND]).facts.map(({ eventId }) => eventId);
    expect(ids()).toEqual(ids());
  });

  it('are released on the days of which they speak, never later than today nor before the landmark', () => {
    const { facts } = readIn([], [line('1998-01-01', '2018-01-01'), line('2026-12-01')]);
    expect(facts.map(({ kind, releasedOn }) => `${kind} ${releasedOn}`)).toEqual([
      'post-held 2000-01-01',
      'post-held 2026-06-01',
      'post-left 2018-01-01',
    ]);
  });
});

describe('the room for a holding', () => {
  const said = readIn([], [FIRST, SECOND]).added;
  const isRefused = (told: HeldLine, ...others: readonly HeldLine[]): boolean => {
    try {
      return new Room(said, [told, ...others]).check(told) !== told;
    } catch {
      return true;
    }
  };

  it('is there before, between and after the others, up to their very days', () => {
    for (const told of [
      line('2010-01-01', '2015-01-01'),
      line('2018-01-01', '2020-01-01'),
      line('2022-01-01'),
      FIRST,
      line('2015-01-01'),
    ]) {
      expect(isRefused(told)).toBe(false);
    }
  });

  it('is not there where another reaches into it or begins before it ends', () => {
    for (const told of [
      line('2017-12-31', '2018-06-01'),
      line('2019-01-01', '2020-01-02'),
      line('2014-01-01'),
      line('2015-01-01', '2021-01-01'),
    ]) {
      expect(isRefused(told)).toBe(true);
    }
  });

  it('is made by another line of the same file', () => {
    expect(isRefused(line('2017-06-01', '2018-06-01'))).toBe(true);
    expect(isRefused(line('2017-06-01', '2018-06-01'), line('2015-01-01', '2017-06-01'))).toBe(false);
  });
});
