import { Checkbox, Input, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useCatalogue } from '../../api/queries';
import { useLabels } from '../../catalogue/labels';
import type { ChannelName, SignalKind } from '../../contracts';
import { fill } from '../../parts/fill';
import { severityWord } from '../../parts/words';
import { textsOf } from '../../texts/texts';
import { pointerOf, valueAt } from '../document';
import type { PolicyFormProps } from '../policy-forms';
import { NumberField } from './number-field';
import { channelOfPlace, shownTypes, STARTING_WEIGHTS, type TypesAsked } from './shown-types';

const texts = textsOf('policies');

const CLASSES = [1, 2, 3, 4, 5] as const;
const NO_SIGNALS: readonly SignalKind[] = [];

/** What each type of signal weighs, a channel at a time, or wherever a search finds it. */
export function Weights(form: PolicyFormProps): ReactNode {
  const labels = useLabels();
  const signals = useCatalogue().data?.signals ?? NO_SIGNALS;
  const { sought } = form;
  const [asked, ask] = useState<TypesAsked & { readonly after: PolicyFormProps['sought'] }>({ channel: 'self', words: '', after: undefined });
  // What a finding leads to is shown until something else is asked for.
  const led = sought === asked.after ? undefined : channelOfPlace(signals, sought?.pointer);
  const { channel, words } = led === undefined ? asked : { channel: led, words: '' };
  const shown = shownTypes(signals, { channel, words });
  return (
    <section className="lq-card" aria-label={texts.weights}>
      <div className="lq-card-head">
        <h2>{texts.weights}</h2>
        <Input
          size="small"
          allowClear
          style={{ width: 200 }}
          aria-label={texts.searchTypes}
          placeholder={texts.searchTypes}
          value={words}
          onChange={({ target }) => ask({ channel, words: target.value, after: sought })}
        />
      </div>
      <Segmented<ChannelName>
        size="small"
        aria-label={texts.channel}
        disabled={words.trim() !== ''}
        value={channel}
        onChange={(chosen) => ask({ channel: chosen, words, after: sought })}
        options={labels.channels.map((value) => ({ value, label: labels.channel(value) }))}
      />
      <table className="lq-policy-table lq-policy-weights">
        <caption className="lq-policy-caption">{fill(texts.weightsCount, { count: shown.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.type}</th>
            {CLASSES.map((severity) => (
              <th key={severity} scope="col">
                {severityWord(severity)}
              </th>
            ))}
            <th scope="col">{texts.notScored}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((signal) => (
            <TypeRow key={signal.code} signal={signal} {...form} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function TypeRow({ signal: { code, label, effect }, document, put, writable }: PolicyFormProps & { readonly signal: SignalKind }): ReactNode {
  const reason = valueAt(document, ['notScored', code]);
  const isUnscored = reason !== undefined;
  const switchTo = (unscored: boolean): void => put('', moved(document, code, unscored));
  return (
    <tr>
      <th scope="row">
        {label} <span className="lq-meta lq-policy-code">{code}</span>
      </th>
      {isUnscored ? (
        <td colSpan={CLASSES.length} data-pointer={pointerOf(['notScored', code])}>
          <Input
            size="small"
            readOnly={!writable}
            aria-label={fill(texts.reasonOf, { type: label })}
            value={typeof reason === 'string' ? reason : ''}
            onChange={({ target }) => put(pointerOf(['notScored', code]), target.value)}
          />
        </td>
      ) : (
        CLASSES.map((severity) => (
          <td key={severity}>
            <NumberField
              document={document}
              put={put}
              writable={writable}
              width={52}
              pointer={pointerOf(['weights', code, String(severity)])}
              name={`${label} ${severityWord(severity)}`}
            />
          </td>
        ))
      )}
      <td data-pointer={isUnscored ? undefined : pointerOf(['weights', code])}>
        <Checkbox
          aria-label={fill(texts.notScoredOf, { type: label })}
          disabled={!writable || (effect !== 'scored' && isUnscored)}
          checked={isUnscored}
          onChange={({ target }) => switchTo(target.checked)}
        />
      </td>
    </tr>
  );
}

/** A type stands in one of the two tables. */
function moved(document: PolicyFormProps['document'], code: string, unscored: boolean): PolicyFormProps['document'] {
  const [weights, notScored] = [document['weights'], document['notScored']].map((table) => ({ ...(table as object | undefined) })) as [
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  delete weights[code];
  delete notScored[code];
  if (unscored) notScored[code] = '';
  else weights[code] = STARTING_WEIGHTS;
  return { ...document, weights, notScored };
}
