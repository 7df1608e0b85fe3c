import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useOwnView } from '../api/queries';
import { useTitle } from '../frame/use-title';
import { fill } from '../parts/fill';
import { PortraitWait } from '../portrait/portrait-wait';
import { PersonGate } from '../purpose/person-gate';
import type { Why } from '../purpose/why-memory';
import { textsOf } from '../texts/texts';
import { OwnViewBody } from './own-view-body';

const texts = textsOf('own-view');

/** 本人告知材料: what the cadre concerned may be shown, for the officer who prepares it. */
export function OwnViewPage(): ReactNode {
  const { id = '' } = useParams();
  useTitle(texts.title);
  return <PersonGate subject={id}>{(why) => <Told id={id} why={why} />}</PersonGate>;
}

function Told({ id, why }: { readonly id: string; readonly why: Why }): ReactNode {
  const told = useOwnView(id, why);
  useTitle(told.data === undefined ? texts.title : fill(texts.documentTitle, { name: told.data.name }));
  if (told.data === undefined || told.error !== null) return <PortraitWait title={texts.title} asked={[told]} />;
  return <OwnViewBody id={id} told={told.data} />;
}
