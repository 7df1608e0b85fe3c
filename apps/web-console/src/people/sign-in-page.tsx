import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Divider, Form, Input } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { pathWith, remove, send } from '../api/call';
import { useSignInWays } from '../api/queries';
import type { SessionAnswer } from '../contracts';
import { useTitle } from '../frame/use-title';
import { ProblemNotice } from '../parts/problem-notice';
import { textsOf } from '../texts/texts';
import { arrivalOf, refusalWord } from './arrival';
import './sign-in.css';

const frame = textsOf('frame');
const texts = textsOf('sign-in');

interface Credentials {
  readonly user: string;
  readonly password: string;
  readonly code: string;
}

const SIX_DIGITS = /^\d{6}$/;

/** User, password and the code of the authenticator, or the identity provider if there is one; then back to where the person wanted to be. */
export function SignInPage(): ReactNode {
  const { why, from } = arrivalOf(useLocation().state);
  const refused = refusalWord(useSearchParams()[0].get('refused'));
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form] = Form.useForm<Credentials>();
  useTitle(texts.title);
  // A cookie whose session is over says nothing good of anybody any more.
  useEffect(() => {
    if (why === 'over' || why === 'nobody') void remove('/session').catch(() => undefined);
  }, [why]);
  const signIn = useMutation({
    mutationFn: (given: Credentials) => send<SessionAnswer>('/session', { ...given, user: given.user.trim() }),
    onSuccess: async () => {
      queries.clear();
      await navigate(from, { replace: true });
    },
    onError: () => form.resetFields(['code']),
  });
  return (
    <main className="lq-sign-in">
      <div className="lq-sign-in-card">
        <p className="lq-sign-in-brand">
          <img src="/liuqu.svg" alt="" width={26} height={26} />
          <strong>{frame.product}</strong> <span className="lq-meta">{frame.subtitle}</span>
        </p>
        <h1>{texts.title}</h1>
        {why === 'over' && !signIn.isError && <Alert type="info" showIcon role="status" title={texts.over} />}
        {why === 'left' && !signIn.isError && <Alert type="success" showIcon role="status" title={texts.left} />}
        {refused !== undefined && !signIn.isError && <Alert type="warning" showIcon role="alert" title={refused} />}
        {signIn.isError && <ProblemNotice error={signIn.error} />}
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(given) => signIn.mutate(given)}>
          <Form.Item name="user" label={texts.user} rules={[{ required: true, message: texts.userMissing }]}>
            <Input autoComplete="username" autoFocus maxLength={32} />
          </Form.Item>
          <Form.Item name="password" label={texts.password} rules={[{ required: true, message: texts.passwordMissing }]}>
            <Input.Password autoComplete="current-password" maxLength={128} />
          </Form.Item>
          <Form.Item
            name="code"
            label={texts.code}
            extra={texts.codeFrom}
            rules={[{ pattern: SIX_DIGITS, required: true, message: texts.codeMissing }]}
          >
            <Input autoComplete="one-time-code" inputMode="numeric" maxLength={6} />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
            {texts.submit}
          </Button>
        </Form>
        <SignInElsewhere from={from} />
        <p className="lq-meta">{texts.lost}</p>
      </div>
    </main>
  );
}

/** A link of the whole window: the provider is another site. */
function SignInElsewhere({ from }: { readonly from: string }): ReactNode {
  const { data: ways } = useSignInWays();
  if (ways?.oidc !== true) return null;
  return (
    <div>
      <Divider plain>{texts.or}</Divider>
      <Button block href={pathWith('/api/v1/session/oidc', { from })}>
        {texts.elsewhere}
      </Button>
    </div>
  );
}
