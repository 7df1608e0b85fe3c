import type { ChannelName, ExplainedEvent, ExplanationAnswer, LevelName } from '../../contracts';

/** How finely E is divided. */
export const DEPTHS = ['channel', 'matter', 'signal'] as const;
export type Depth = (typeof DEPTHS)[number];

interface Span {
  /** Milli-points; `to` is below `from` where something is taken away. */
  readonly from: number;
  readonly to: number;
}

/** One bar of the waterfall. */
export type Step = Span &
  (
    | { readonly kind: 'channel'; readonly channel: ChannelName }
    | { readonly kind: 'matter'; readonly channel: ChannelName; readonly matter: string }
    | { readonly kind: 'signal'; readonly channel: ChannelName; readonly matter: string; readonly event: ExplainedEvent }
    | { readonly kind: 'rest'; readonly count: number }
    | { readonly kind: 'corroboration' | 'total' | 'exposure' | 'priority' }
    | { readonly kind: 'without'; readonly level: LevelName }
  );

type WithoutSpan<T> = T extends unknown ? Omit<T, keyof Span> : never;
type Part = WithoutSpan<Step> & { readonly part: number };

export type Explained = Pick<ExplanationAnswer, 'channels' | 'corroboration' | 'exposure' | 'e' | 'p'>;

/** Ten single bars are read; what is smaller is one bar together. */
const MOST_BARS = 10;

/**
 * From 0 over the parts to E, then over the exposure of the post to P. Channels stand in their own order, finer parts by
 * size; the bars of each depth end at the same E.
 * @param without what the reading would be without an item: one more bar, under all others
 */
export function waterfallSteps(explained: Explained, depth: Depth, without?: ExplainedEvent['without']): readonly Step[] {
  const { corroboration, exposure, e, p } = explained;
  const parts: Part[] = [...partsOf(explained, depth)];
  if (corroboration.part !== 0) parts.push({ kind: 'corroboration', part: corroboration.part });
  let reached = 0;
  const steps = parts.map(({ part, ...step }): Step => {
    const from = reached;
    reached += part;
    return { ...step, from, to: reached };
  });
  return [
    ...steps,
    { kind: 'total', from: 0, to: e },
    { kind: 'exposure', from: e, to: e + exposure.part },
    { kind: 'priority', from: 0, to: p },
    ...(without ? [{ kind: 'without', level: without.level, from: 0, to: without.e } as const] : []),
  ];
}

function partsOf({ channels }: Explained, depth: Depth): readonly Part[] {
  if (depth === 'channel') return channels.map(({ channel, part }) => ({ kind: 'channel', channel, part }));
  const matters = channels.flatMap(({ channel, matters: ofChannel }) => ofChannel.map((matter) => ({ channel, ...matter })));
  const parts: readonly Part[] =
    depth === 'matter'
      ? matters.map(({ channel, matter, part }) => ({ kind: 'matter', channel, matter, part }))
      : matters.flatMap(({ channel, matter, events }) =>
          events.map((event) => ({ kind: 'signal' as const, channel, matter, event, part: event.part })),
        );
  return largestFirst(parts);
}

function largestFirst(parts: readonly Part[]): readonly Part[] {
  const ordered = parts.filter(({ part }) => part > 0).sort((a, b) => b.part - a.part);
  const small = ordered.slice(MOST_BARS);
  if (small.length < 2) return ordered;
  const rest = small.reduce((sum, { part }) => sum + part, 0);
  return [...ordered.slice(0, MOST_BARS), { kind: 'rest', count: small.length, part: rest }];
}
