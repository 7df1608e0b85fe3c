import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { textsOf } from '../texts/texts';
import { fill } from './fill';

const texts = textsOf('cadres');

interface PageTurnerProps {
  readonly next: string | null;
  readonly count: number;
  /** How the rows are counted: people unless told otherwise. */
  readonly counted?: string;
}

/** Cursors go forward only; the way back is remembered beside the address. */
interface Trail {
  readonly before: readonly string[];
}

export function PageTurner({ next, count, counted = texts.onPage }: PageTurnerProps): ReactNode {
  const [asked] = useSearchParams();
  const { state } = useLocation() as { state: Trail | null };
  const navigate = useNavigate();
  const cursor = asked.get('cursor');
  const before = state?.before ?? [];
  const turnTo = (to: string | null, trail: readonly string[]): void => {
    const question = new URLSearchParams(asked);
    if (to === null || to === '') question.delete('cursor');
    else question.set('cursor', to);
    void navigate({ search: question.toString() }, { state: { before: trail } satisfies Trail });
    window.scrollTo(0, 0);
  };
  const followed = cursor === null || before.length > 0;
  return (
    <div className="lq-turner">
      <span className="lq-meta">
        {followed && fill(texts.page, { page: before.length + 1 })} {fill(counted, { count })}
      </span>
      <Button size="small" disabled={cursor === null} onClick={() => turnTo(null, [])}>
        {texts.first}
      </Button>
      <Button size="small" disabled={before.length === 0} onClick={() => turnTo(before[before.length - 1] ?? null, before.slice(0, -1))}>
        {texts.previous}
      </Button>
      <Button size="small" disabled={next === null} onClick={() => turnTo(next, [...before, cursor ?? ''])}>
        {texts.next}
      </Button>
    </div>
  );
}
