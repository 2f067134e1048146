// One short form: to be called back, or to leave a message. What is filled in stays until it is sent.
import { Component } from 'preact';
import { CONTACT_LIMITS, type ContactField, type ContactKind, type ContactMoments } from '#protocol';
import { askMoments, sendRequest } from './ask-contact.ts';
import { nameForm } from './describe-way.ts';
import { Field } from './field.tsx';
import { MomentField } from './moment-field.tsx';
import { type Filled, findMissing, readRequest } from './read-form.ts';
import type { WaysProps } from './ways-props.ts';
import { writeDeadline } from './write-deadline.ts';

interface ContactFormProps extends WaysProps {
  kind: ContactKind;
  /** Back to where it was opened. */
  leave(): void;
}

interface ContactFormState {
  readonly moments: ContactMoments | null;
  readonly wrong: ContactField | null;
  readonly noAnswer: boolean;
  readonly status: 'open' | 'sending' | 'failed';
  readonly done: { readonly by: number; readonly to: string } | null;
}

const readFilled = (form: HTMLFormElement): Filled =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]));

export class ContactForm extends Component<ContactFormProps, ContactFormState> {
  override state: ContactFormState = {
    moments: null,
    wrong: null,
    noAnswer: false,
    status: 'open',
    done: null,
  };
  /** One request, however often it has to be sent. */
  readonly #id = this.props.makeId();

  override async componentDidMount(): Promise<void> {
    const { kind, siteUrl, seePage } = this.props;
    if (kind === 'call-back') this.setState({ moments: await askMoments(siteUrl, seePage()?.form ?? null) });
  }

  override render(props: ContactFormProps, { status, done, noAnswer }: ContactFormState) {
    const { words, kind, state, leave } = props;
    if (done !== null) return this.#renderDone(done);
    const { intro, submit } = words[kind];
    return (
      <form class="vp-form" noValidate onSubmit={this.#submit}>
        <h3 data-vp-first tabIndex={-1}>
          {nameForm(kind, props)}
        </h3>
        <p>{state.phase === 'waiting' ? `${intro} ${words.keepsPlace}` : intro}</p>
        {kind === 'message' && this.#renderField('text', CONTACT_LIMITS.textChars, 'lines')}
        {this.#renderField('subject', CONTACT_LIMITS.subjectChars)}
        {kind === 'call-back' ? this.#renderCall(props) : this.#renderAnswer(noAnswer)}
        <Field name="name" label={words.name} most={CONTACT_LIMITS.nameChars} autocomplete="name" />
        <p class="vp-small">{props.texts.notOfficial}</p>
        <p role="status">{status === 'failed' ? words.failed : status === 'sending' && words.sending}</p>
        <div class="vp-links">
          <button type="submit" class="vp-button vp-primary">
            {submit}
          </button>
          <button type="button" class="vp-button" onClick={leave}>
            {words.back}
          </button>
        </div>
      </form>
    );
  }

  #renderCall({ words, writer, now }: ContactFormProps) {
    const { moments, wrong } = this.state;
    return (
      <>
        {this.#renderField('phone', CONTACT_LIMITS.phoneChars, 'tel')}
        <MomentField
          words={words}
          writer={writer}
          now={now}
          moments={moments}
          wrong={wrong === 'moment' ? words.wrong.moment : null}
        />
      </>
    );
  }

  #renderAnswer(noAnswer: boolean) {
    return (
      <>
        {!noAnswer && this.#renderField('email', CONTACT_LIMITS.emailChars, 'email')}
        <label class="vp-check">
          <input
            type="checkbox"
            checked={noAnswer}
            onChange={(event) => this.setState({ noAnswer: event.currentTarget.checked })}
          />
          {this.props.words.noAnswer}
        </label>
      </>
    );
  }

  #renderField(
    name: Exclude<ContactField, 'moment'>,
    most: number,
    keys: 'text' | 'tel' | 'email' | 'lines' = 'text',
  ) {
    const { words } = this.props;
    return (
      <Field
        name={name}
        label={words[name]}
        most={most}
        keys={keys}
        autocomplete={keys === 'tel' || keys === 'email' ? keys : 'off'}
        wrong={this.state.wrong === name ? words.wrong[name] : null}
      />
    );
  }

  #renderDone({ by, to }: { by: number; to: string }) {
    const { words, kind, writer, now, choose } = this.props;
    const { doneHeading, done } = words[kind];
    return (
      <div class="vp-form">
        <h3 data-vp-first tabIndex={-1}>
          {doneHeading}
        </h3>
        <p role="status">{done(...writeDeadline(by, now, writer), to)}</p>
        <p>{words.nothingMore}</p>
        <button type="button" class="vp-button" onClick={() => choose(null)}>
          {words.ready}
        </button>
      </div>
    );
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!(form instanceof HTMLFormElement) || this.state.status === 'sending') return;
    const { kind, siteUrl, language, token, seePage, requested } = this.props;
    const { noAnswer } = this.state;
    const filled = readFilled(form);
    const missing = findMissing(kind, filled, noAnswer);
    if (missing !== null) return this.#complain(form, missing);
    this.setState({ status: 'sending', wrong: null });
    const base = { id: this.#id, kind, language, context: seePage(), conversation: token };
    const answer = await sendRequest(siteUrl, readRequest(base, filled, noAnswer));
    if (answer.kind === 'failed') this.setState({ status: 'failed' });
    else if (answer.kind === 'wrong') this.#complain(form, answer.field);
    else {
      this.setState({ done: { by: answer.by, to: filled['phone'] ?? filled['email'] ?? '' } });
      requested(kind);
    }
  };

  #complain(form: HTMLFormElement, wrong: ContactField): void {
    this.setState({ wrong, status: 'open' }, () => {
      const box = form.elements.namedItem(wrong);
      if (box instanceof HTMLElement) box.focus();
    });
  }
}
