import { Select } from 'antd';
import type { ReactNode } from 'react';
import { language, LANGUAGES, OWN_NAMES, speak, type Language } from '../texts/language';
import { textsOf } from '../texts/texts';

const texts = textsOf('frame');

const OPTIONS = LANGUAGES.map((value) => ({ value, label: <span lang={value}>{OWN_NAMES[value]}</span> }));

export function LanguageChoice(): ReactNode {
  return (
    <Select<Language>
      size="small"
      variant="borderless"
      aria-label={texts.language}
      popupMatchSelectWidth={false}
      value={language}
      options={OPTIONS}
      onChange={speak}
    />
  );
}
