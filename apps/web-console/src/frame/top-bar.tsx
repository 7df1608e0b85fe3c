import { Layout } from 'antd';
import type { ReactNode } from 'react';
import { useDataDay } from '../api/queries';
import { useMay } from '../people/may';
import { fill } from '../parts/fill';
import { textsOf } from '../texts/texts';
import { DisplayChoice } from './display-choice';
import { LanguageChoice } from './language-choice';
import { Whereabouts } from './whereabouts';
import { WhoIAm } from './who-i-am';

const texts = textsOf('frame');

/** Where I am, the day of the data for those who read it, and who I am. */
export function TopBar(): ReactNode {
  const readsCadres = useMay()('GET /api/v1/cadres');
  const day = useDataDay(readsCadres);
  return (
    <Layout.Header className="lq-bar">
      <Whereabouts />
      <span className="lq-spring" />
      {readsCadres && <span className="lq-meta lq-number">{day === undefined ? texts.dataDayUnknown : fill(texts.dataDay, { day })}</span>}
      <LanguageChoice />
      <DisplayChoice />
      <WhoIAm />
    </Layout.Header>
  );
}
