import { CATALOGUE } from '#contracts/signals/catalogue';
import { POST_HELD, POST_LEFT, SIGNAL_STATUS_CHANGED, SIGNAL_WITHDRAWN } from '#contracts/signals/follow-ups';

const statusSetting = new Set(CATALOGUE.filter(({ effect }) => effect === 'status-setting').map(({ type }) => type));

interface Target {
  readonly source: string;
  readonly id: string;
}

interface Named {
  readonly source: string;
  readonly id: string;
  readonly type: string;
}

/** The event that a change or a withdrawal is about; none for anything else. */
export function targetOf({ source, type }: Pick<Named, 'source' | 'type'>, data: Readonly<Record<string, unknown>>): Target | undefined {
  if (type === SIGNAL_STATUS_CHANGED || statusSetting.has(type)) return data['of'] as Target;
  return type === SIGNAL_WITHDRAWN ? { source, id: String(data['id']) } : undefined;
}

/**
 * Partition key of an event on its channel: source and matter, so that what one agency says about one matter stays in order.
 * Without a matter each event is its own; a change or a withdrawal goes by the event that it names, a post fact by its post.
 */
export function keyOf(named: Named, data: Readonly<Record<string, unknown>>): string {
  const { source, id, type } = named;
  const target = targetOf(named, data);
  if (target) return `${target.source} ${target.id}`;
  if (type === POST_HELD || type === POST_LEFT) return `${source} ${String(data['postCode'])}`;
  return `${source} ${typeof data['matter'] === 'string' ? data['matter'] : id}`;
}
