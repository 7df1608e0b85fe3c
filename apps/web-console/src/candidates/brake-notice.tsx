import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { writtenDay } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { wholeNumber } from '../parts/points';
import { textsOf } from '../texts/texts';
import { useBrake } from './brake-queries';

const texts = textsOf('brake');

/** The alarm: candidates are held, because there were more in a day than the limit. Nothing while none is. */
export function BrakeNotice(): ReactNode {
  const { data } = useBrake();
  if (data === undefined || data.held === 0) return null;
  const told = { held: wholeNumber(data.held), most: wholeNumber(data.most), due: data.oldest === null ? '' : writtenDay(data.oldest) };
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="lq-brake"
      title={fill(texts.held, told)}
      description={texts.heldWhat}
      action={<Link to="/candidates?state=held">{texts.look}</Link>}
    />
  );
}
