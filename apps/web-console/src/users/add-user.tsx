import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { send } from '../api/call';
import { USERS } from '../api/queries';
import type { HandedOut as Handed } from '../contracts';
import { ProblemNotice } from '../parts/problem-notice';
import { textsOf } from '../texts/texts';
import { HandedOut } from './handed-out';
import { ROLE_CHOICES } from './role-choices';
import { EVERYTHING, useUnitChoices } from './unit-words';

const texts = textsOf('users');

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly unit: string;
}

const ID = /^[a-z][a-z0-9.-]{1,31}$/;
const LONGEST_NAME = 64;

/** A new account; what opens it is shown once, in the place of the form. */
export function AddUser(): ReactNode {
  const queries = useQueryClient();
  const units = useUnitChoices();
  const adding = useMutation({
    gcTime: 0,
    mutationFn: ({ id, name, role, unit }: Entry) => send<Handed>('/users', { id, name: name.trim(), role, unit: unit === EVERYTHING ? null : unit }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [USERS] }),
  });
  if (adding.data !== undefined) return <HandedOut {...adding.data} />;
  return (
    <div className="lq-user">
      {adding.isError && <ProblemNotice error={adding.error} />}
      <Form<Entry> layout="vertical" requiredMark={false} initialValues={{ unit: EVERYTHING }} onFinish={(entry) => adding.mutate(entry)}>
        <Form.Item name="id" label={texts.id} extra={texts.idRule} rules={[{ required: true, pattern: ID, message: texts.idRule }]}>
          <Input autoComplete="off" autoFocus maxLength={32} />
        </Form.Item>
        <Form.Item name="name" label={texts.name} rules={[{ required: true, whitespace: true, message: texts.nameMissing }]}>
          <Input autoComplete="off" maxLength={LONGEST_NAME} />
        </Form.Item>
        <Form.Item name="role" label={texts.role} rules={[{ required: true, message: texts.roleMissing }]}>
          <Select options={ROLE_CHOICES} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        <Form.Item name="unit" label={texts.unit}>
          <Select options={[...units]} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={adding.isPending}>
          {texts.addSend}
        </Button>
      </Form>
    </div>
  );
}
