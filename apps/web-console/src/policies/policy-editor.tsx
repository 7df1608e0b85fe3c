import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef, useState, type ReactNode } from 'react';
import type { PolicyFile } from '../contracts';
import { useMay } from '../people/may';
import { ProblemNotice } from '../parts/problem-notice';
import { textsOf } from '../texts/texts';
import { documentOf, stepsOf, textOf, withoutTables, withValue, type PolicyDocument } from './document';
import { FindingsList } from './findings-list';
import { LeaveGuard } from './leave-guard';
import { placeInText } from './place-in-text';
import { POLICY_FORMS } from './policy-forms';
import { usePolicyAct } from './use-policy-act';

const texts = textsOf('policies');

/** What people read of a policy: drafts as they were sent, what is final without the tables that have one right content. */
function shownText({ state, text, document }: PolicyFile): string {
  const final = state === 'draft' || state === 'checked' ? undefined : documentOf(document ?? '');
  return final === undefined ? text : textOf(withoutTables(final));
}

/** The form beside the JSON; what is typed in one stands in the other at once, and is kept by a button. */
export function PolicyEditor({ policy }: { readonly policy: PolicyFile }): ReactNode {
  const [edited, setEdited] = useState<string>();
  const [sought, setSought] = useState<{ readonly pointer: string }>();
  const json = useRef<TextAreaRef>(null);
  const writable = useMay()('PUT /api/v1/policies/:id/text') && (policy.state === 'draft' || policy.state === 'checked');
  const text = edited ?? shownText(policy);
  const document = documentOf(text);
  const jump = (pointer: string): void => {
    setSought({ pointer });
    requestAnimationFrame(() => showPlace(pointer, text, json.current?.resizableTextArea?.textArea));
  };
  const put = (pointer: string, value: unknown): void => {
    if (document !== undefined) setEdited(textOf(withValue(document, stepsOf(pointer), value) as PolicyDocument));
  };
  const Form = POLICY_FORMS[policy.kind];
  return (
    <>
      <LeaveGuard unsaved={writable && edited !== undefined} />
      {writable && <EditorActs policy={policy} edited={edited} onKept={() => setEdited(undefined)} />}
      <FindingsList findings={policy.findings} stale={edited !== undefined} onJump={jump} />
      <div className="lq-policy-editor">
        <div className="lq-policy-form">
          {document === undefined && <p>{texts.jsonBroken}</p>}
          {document !== undefined && <Form document={document} put={put} writable={writable} findings={policy.findings} sought={sought} />}
        </div>
        <label className="lq-policy-json">
          <span className="lq-meta">{texts.json}</span>
          <Input.TextArea
            ref={json}
            aria-label={texts.json}
            spellCheck={false}
            readOnly={!writable}
            value={text}
            onChange={({ target }) => setEdited(target.value)}
          />
        </label>
      </div>
    </>
  );
}

/** The field of the form, if there is one for the place or above it; else the place in the JSON. */
function showPlace(pointer: string, text: string, area: HTMLTextAreaElement | null | undefined): void {
  const field = document.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(pointer)}"]`)?.querySelector<HTMLElement>('input, textarea, select, [tabindex]');
  if (field !== null && field !== undefined) {
    field.scrollIntoView({ block: 'center' });
    field.focus({ preventScroll: true });
    return;
  }
  const { from, to } = placeInText(text, pointer);
  area?.focus();
  area?.setSelectionRange(from, to);
  if (area) area.scrollTop = Math.max(0, (text.slice(0, from).split('\n').length - 4) * LINE_HEIGHT);
}

const LINE_HEIGHT = 18;

interface EditorActsProps {
  readonly policy: PolicyFile;
  readonly edited: string | undefined;
  readonly onKept: () => void;
}

function EditorActs({ policy: { id, kind, revision, state }, edited, onKept }: EditorActsProps): ReactNode {
  const { act, waiting, error } = usePolicyAct(id);
  const may = useMay();
  return (
    <>
      {error !== null && <ProblemNotice error={error} />}
      <div className="lq-filters">
        <Button
          size="small"
          type={edited === undefined ? 'default' : 'primary'}
          disabled={edited === undefined}
          loading={waiting}
          onClick={() => act({ path: 'text', body: { text: edited, revision } }, onKept)}
        >
          {texts.keep}
        </Button>
        <Button
          size="small"
          type={edited === undefined && state === 'draft' ? 'primary' : 'default'}
          disabled={edited !== undefined || state === 'checked'}
          loading={waiting}
          onClick={() => act({ path: 'check', body: {} })}
        >
          {texts.check}
        </Button>
        {state === 'checked' && may('POST /api/v1/policies/:id/approval') && (
          <Button size="small" type="primary" disabled={edited !== undefined} loading={waiting} onClick={() => act({ path: 'approval', body: {} })}>
            {texts.ask}
          </Button>
        )}
        <span className="lq-meta" role="status">
          {edited === undefined ? (state === 'checked' ? (kind === 'odds' ? texts.isCheckedUntested : texts.isChecked) : '') : texts.notKept}
        </span>
      </div>
    </>
  );
}
