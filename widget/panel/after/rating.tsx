// What the citizen thinks of it: one question a screen, each may be skipped, and what is answered is told at once.
import { Component } from 'preact';
import { RATING_LIMITS, type RatingAnswers, type RatingQuestion, type RatingScreen } from '#protocol';
import type { AfterProps } from './after-props.ts';
import { sendRating } from './ask-after.ts';
import { listChoices, readAnswers } from './rating-answers.ts';

interface RatingProps extends AfterProps {
  screens: readonly RatingScreen[];
}

interface RatingState {
  readonly at: number;
  readonly answers: RatingAnswers;
  readonly sent: Awaited<ReturnType<typeof sendRating>>;
}

export class Rating extends Component<RatingProps, RatingState> {
  override state: RatingState = { at: 0, answers: {}, sent: 'taken' };
  #view: HTMLElement | null = null;

  /** What was answered goes away, and would take the focus along. */
  override componentDidUpdate(_: RatingProps, { at, sent }: RatingState): void {
    if (at === this.state.at && (sent === this.state.sent || this.state.sent !== 'too-late')) return;
    (this.#view?.querySelector<HTMLElement>('fieldset, textarea') ?? this.#view)?.focus();
  }

  override render({ screens, words }: RatingProps, { at, sent }: RatingState) {
    const screen = screens[at];
    if (sent === 'too-late' || screen === undefined)
      return (
        <p ref={this.#attach} tabIndex={-1}>
          {screen === undefined ? words.thanks : words.tooLate}
        </p>
      );
    return (
      <form ref={this.#attach} class="vp-rating" key={at} onSubmit={this.#next}>
        {screen.question !== null && this.#renderQuestion(screen.question)}
        {screen.remark && (
          <div class="vp-field">
            <label for="vp-remark">{words.remark}</label>
            <textarea
              id="vp-remark"
              name="remark"
              class="vp-box"
              rows={3}
              dir="auto"
              maxLength={RATING_LIMITS.remarkChars}
            />
          </div>
        )}
        <p role="status">{sent === 'failed' && words.failed}</p>
        <div class="vp-links">
          <button type="submit" class="vp-button vp-primary">
            {words.next}
          </button>
          <button type="button" class="vp-button" onClick={this.#skip}>
            {words.skip}
          </button>
        </div>
      </form>
    );
  }

  #renderQuestion(question: RatingQuestion) {
    const { words } = this.props;
    const { ask, ends } = words.questions[question];
    const choices = listChoices(question, words);
    const marks = [choices.at(0), choices.at(-1)];
    const meaning = ends?.map((end, at) => `${marks[at]?.label} = ${end}`).join(' – ');
    return (
      <fieldset tabIndex={-1} class={ends === undefined ? 'vp-question' : 'vp-question vp-scale'}>
        <legend>{ask}</legend>
        {ends !== undefined && <p class="vp-small vp-ends">{meaning}</p>}
        {choices.map(({ value, label, aloud }) => (
          <label class="vp-check" key={value}>
            <input type="radio" name={question} value={value} required />
            <span>{label}</span>
            {aloud !== null && <span class="vp-aloud"> {aloud}</span>}
          </label>
        ))}
      </fieldset>
    );
  }

  readonly #attach = (view: HTMLElement | null): void => {
    this.#view = view;
  };

  readonly #skip = (): void => this.setState(({ at }) => ({ at: at + 1, sent: 'taken' }));

  readonly #next = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const { siteUrl, token } = this.props;
    const answers = { ...this.state.answers, ...readAnswers(new FormData(event.currentTarget)) };
    const sent = await sendRating(siteUrl, { token, answers });
    if (sent === 'failed' || sent === 'too-late') this.setState({ sent });
    else this.setState(({ at }) => ({ at: at + 1, answers, sent }));
  };
}
