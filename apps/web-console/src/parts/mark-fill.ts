/** How a mark is filled: how far the signal has been verified. */
export type MarkFill = 'hollow' | 'half' | 'solid' | 'struck' | 'uncounted';

const FILLS: Readonly<Record<string, MarkFill>> = {
  unverified: 'hollow',
  plausible: 'half',
  verified: 'solid',
  refuted: 'struck',
  withdrawn: 'struck',
  malicious: 'struck',
};

export const fillOf = (status: string): MarkFill => FILLS[status] ?? 'hollow';
