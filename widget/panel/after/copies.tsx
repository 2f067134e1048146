// To keep what was said: on paper, as a file, or by e-mail where the site sends it.
import { Component } from 'preact';
import type { AfterProps } from './after-props.ts';
import { askCopy, type Sent } from './ask-after.ts';
import { downloadText, printText } from './keep-copy.ts';
import { writeTranscript } from './write-transcript.ts';

interface CopiesProps extends AfterProps {
  mails: boolean;
}

interface CopiesState {
  readonly asks: boolean;
  readonly sent: Sent | null;
}

export class Copies extends Component<CopiesProps, CopiesState> {
  override state: CopiesState = { asks: false, sent: null };
  #view: HTMLElement | null = null;

  /** The button and the form go away once they did their work, and would take the focus along. */
  override componentDidUpdate(_: CopiesProps, { asks, sent }: CopiesState): void {
    const { state } = this;
    if (asks !== state.asks || (sent !== state.sent && state.sent === 'wrong')) this.#focusOn('input');
    else if (sent !== state.sent && state.sent === 'taken') this.#focusOn('h3');
  }

  override render(props: CopiesProps, { asks, sent }: CopiesState) {
    const { words, mails } = props;
    return (
      <section ref={this.#attach} aria-labelledby="vp-keep">
        <h3 id="vp-keep" tabIndex={-1}>
          {words.keep}
        </h3>
        <div class="vp-links">
          <button
            type="button"
            class="vp-button"
            onClick={() => downloadText(writeTranscript(props), words.file)}
          >
            {words.download}
          </button>
          <button
            type="button"
            class="vp-button"
            onClick={(event) => printText(writeTranscript(props), event.currentTarget.getRootNode())}
          >
            {words.print}
          </button>
          {mails && !asks && (
            <button type="button" class="vp-button" onClick={() => this.setState({ asks: true })}>
              {words.mail}
            </button>
          )}
        </div>
        {asks && sent !== 'taken' && this.#renderMail(sent === 'wrong')}
        <p role="status">{sent !== null && sent !== 'wrong' && this.#tell(sent)}</p>
      </section>
    );
  }

  #renderMail(isWrong: boolean) {
    const { words } = this.props;
    return (
      <form class="vp-field" noValidate onSubmit={this.#send}>
        <label for="vp-mail">{words.email}</label>
        <input
          id="vp-mail"
          name="email"
          class="vp-box"
          inputMode="email"
          autocomplete="email"
          maxLength={254}
          aria-describedby="vp-mail-use vp-mail-wrong"
          aria-invalid={isWrong}
        />
        <p id="vp-mail-wrong" class="vp-small vp-wrong" role="status">
          {isWrong && words.emailWrong}
        </p>
        <p id="vp-mail-use" class="vp-small">
          {words.emailUse}
        </p>
        <button type="submit" class="vp-button vp-primary">
          {words.send}
        </button>
      </form>
    );
  }

  #tell(sent: Exclude<Sent, 'wrong'>): string {
    const { mailed, tooMany, failed } = this.props.words;
    return { taken: mailed, 'too-many': tooMany, failed }[sent];
  }

  #focusOn(name: 'input' | 'h3'): void {
    this.#view?.querySelector(name)?.focus();
  }

  readonly #attach = (view: HTMLElement | null): void => {
    this.#view = view;
  };

  readonly #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const { siteUrl, token, language } = this.props;
    const email = String(new FormData(event.currentTarget).get('email') ?? '').trim();
    this.setState({ sent: await askCopy(siteUrl, { token, email, language }) });
  };
}
