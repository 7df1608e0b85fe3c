import { CATALOGUE } from '#contracts/signals/catalogue';
import { POST_HELD, POST_LEFT, SIGNAL_STATUS_CHANGED, SIGNAL_WITHDRAWN } from '#contracts/signals/follow-ups';

const statusSetting = new Set(CATALOGUE.filter(({ effect }) => effect === 'status-setting').map(({ type }) => type));

interface Named {
  readonly source: string;
  readonly id: string;
  readonly type: string;
}

/**
 * Partition key of an event on its channel: source and matter, so that what one agency says about one matter stays in order.
 * Without a matter each event is its own; a change or a withdrawal goes by the event that it names, a post fact by its post.
 */
export function keyOf({ source, id, type }: Named, data: Readonly<Record<string, unknown>>): string {
  if (type === SIGNAL_STATUS_CHANGED || statusSetting.has(type)) {
    const of = data['of'] as { readonly source: string; readonly id: string };
    return `${of.source} ${of.id}`;
  }
  switch (type) {
    case SIGNAL_WITHDRAWN:
      return `${source} ${String(data['id'])}`;
    case POST_HELD:
    case POST_LEFT:
      return `${source} ${String(data['postCode'])}`;
    default:
      return `${source} ${typeof data['matter'] === 'string' ? data['matter'] : id}`;
  }
}
