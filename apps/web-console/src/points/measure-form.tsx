import { Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { PointsItem, PointsSchemeRow } from '../contracts';
import { exactPoints } from '../parts/points';
import { ProblemNotice } from '../parts/problem-notice';
import { WholeNumberField } from '../parts/whole-number-field';
import { textsOf } from '../texts/texts';
import { labelWord } from './label-word';
import { todayHere } from './today-here';
import { useEntering } from './use-entering';

const texts = textsOf('points');

interface Said {
  readonly measure: string;
  readonly day: string;
  readonly number?: number | null;
  readonly sameMatterAs?: string;
  readonly note?: string;
}

interface MeasureFormProps {
  readonly subject: string;
  readonly scheme: PointsSchemeRow;
  readonly items: readonly PointsItem[];
}

const FIRST_DAY = '2000-01-01';
const LONGEST_NOTE = 200;

/** A measure that no agency sends: one person enters it, another confirms. */
export function MeasureForm({ subject, scheme, items }: MeasureFormProps): ReactNode {
  const [form] = Form.useForm<Said>();
  const { enter, waiting, error } = useEntering(subject, () => form.resetFields());
  const measure = Form.useWatch('measure', form);
  const numbered = scheme.measures.find((each) => each.measure === measure)?.numbered ?? null;
  const send = ({ measure: taken, day, number, sameMatterAs, note }: Said): void => {
    const said = note?.trim() ?? '';
    enter({
      kind: 'measure',
      scheme: scheme.name,
      measure: taken,
      day,
      ...(number === undefined || number === null ? {} : { number }),
      ...(sameMatterAs === undefined ? {} : { sameMatterAs }),
      ...(said === '' ? {} : { note: said }),
    });
  };
  return (
    <section className="lq-card lq-no-print" aria-label={texts.enterMeasure}>
      <h2 className="lq-title">{texts.enterMeasure}</h2>
      <p className="lq-meta">{texts.enterMeasureWhat}</p>
      <Form<Said> form={form} layout="vertical" requiredMark={false} className="lq-points-form" initialValues={{ day: todayHere() }} onFinish={send}>
        <Form.Item name="measure" label={texts.measure} rules={[{ required: true, message: texts.measureMissing }]}>
          <Select
            virtual={false}
            popupMatchSelectWidth={false}
            options={scheme.measures.map(({ measure: value, label, points }) => ({ value, label: `${labelWord(label)} ${exactPoints(points)}` }))}
          />
        </Form.Item>
        <Form.Item name="day" label={texts.itemDay} rules={[{ required: true, message: texts.dayMissing }]}>
          <Input type="date" min={FIRST_DAY} max={todayHere()} />
        </Form.Item>
        {numbered !== null && <WholeNumberField name="number" label={labelWord(numbered)} from={1} to={100_000} />}
        {items.length > 0 && (
          <Form.Item name="sameMatterAs" label={texts.sameMatter}>
            <Select
              allowClear
              virtual={false}
              popupMatchSelectWidth={false}
              placeholder={texts.ownMatter}
              options={items.filter(({ stage }) => stage === 0).map(({ id, day, label }) => ({ value: id, label: `${day} ${labelWord(label)}` }))}
            />
          </Form.Item>
        )}
        <Form.Item name="note" label={texts.note}>
          <Input maxLength={LONGEST_NOTE} />
        </Form.Item>
        {error !== null && <ProblemNotice error={error} />}
        <Button type="primary" htmlType="submit" loading={waiting}>
          {texts.enter}
        </Button>
      </Form>
    </section>
  );
}
