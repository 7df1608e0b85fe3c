import type { SignalType } from '#contracts/signals/define-signal';
import { MEDIA_SIGNALS } from '#contracts/signals/media';
import { ORGANIZATION_SIGNALS } from '#contracts/signals/organization';
import { PUBLIC_SIGNALS } from '#contracts/signals/public';
import { SELF_SIGNALS } from '#contracts/signals/self';
import { SUPERIOR_SIGNALS } from '#contracts/signals/superior';
import { TEAM_SIGNALS } from '#contracts/signals/team';

/** Every signal type that the product knows, in the order of the six channels. */
export const CATALOGUE: readonly SignalType[] = [
  ...SELF_SIGNALS,
  ...TEAM_SIGNALS,
  ...SUPERIOR_SIGNALS,
  ...ORGANIZATION_SIGNALS,
  ...PUBLIC_SIGNALS,
  ...MEDIA_SIGNALS,
];

const byType = new Map(CATALOGUE.map((signal) => [signal.type, signal]));
const byCode = new Map(CATALOGUE.map((signal) => [signal.code, signal]));

export const signalOfType = (type: string): SignalType | undefined => byType.get(type);
export const signalOfCode = (code: string): SignalType | undefined => byCode.get(code);
