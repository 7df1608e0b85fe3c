import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { kindWord, SUBJECT_KINDS } from './about-words';
import { textsOf } from '../texts/texts';
import { EFFECTS, effectWord } from './effect-words';
import type { SignalsAsked } from './find-signals';
import { useLabels } from './labels';

const texts = textsOf('catalogue');

interface CatalogueFiltersProps {
  readonly asked: SignalsAsked;
  readonly onAsk: (asked: SignalsAsked) => void;
}

const chosen = (value: string | null | undefined): string | undefined => value ?? undefined;

export function CatalogueFilters({ asked, onAsk }: CatalogueFiltersProps): ReactNode {
  const labels = useLabels();
  const isFiltered = Object.values(asked).some((value) => value !== undefined);
  return (
    <div className="lq-filters">
      <Input
        size="small"
        className="lq-signal-search"
        aria-label={texts.search}
        placeholder={texts.search}
        allowClear
        value={asked.text ?? ''}
        onChange={({ target }) => onAsk({ ...asked, text: target.value === '' ? undefined : target.value })}
      />
      <Select
        size="small"
        className="lq-signal-filter"
        aria-label={texts.channelFilter}
        placeholder={texts.allChannels}
        allowClear
        virtual={false}
        value={asked.channel ?? null}
        onChange={(channel: string | null | undefined) => onAsk({ ...asked, channel: chosen(channel) })}
        options={labels.channels.map((value) => ({ value, label: labels.channel(value) }))}
      />
      <Select
        size="small"
        className="lq-signal-filter"
        aria-label={texts.effectFilter}
        placeholder={texts.allEffects}
        allowClear
        virtual={false}
        value={asked.effect ?? null}
        onChange={(effect: string | null | undefined) => onAsk({ ...asked, effect: chosen(effect) })}
        options={EFFECTS.map((value) => ({ value, label: effectWord(value) }))}
      />
      <Select
        size="small"
        className="lq-signal-filter"
        aria-label={texts.aboutFilter}
        placeholder={texts.allAbout}
        allowClear
        virtual={false}
        value={asked.about ?? null}
        onChange={(about: string | null | undefined) => onAsk({ ...asked, about: chosen(about) })}
        options={SUBJECT_KINDS.map((value) => ({ value, label: kindWord(value) }))}
      />
      {isFiltered && (
        <Button size="small" type="link" onClick={() => onAsk({})}>
          {texts.clear}
        </Button>
      )}
      <span className="lq-spring" />
      <span className="lq-meta">{texts.keys}</span>
    </div>
  );
}
