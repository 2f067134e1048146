// The other ways to be helped: who is there when, and a request that somebody calls back.
import { Component } from 'preact';
import { OutsideLink } from '../foot/contact-links.tsx';
import { ContactForm } from './contact-form.tsx';
import type { WaysProps } from './ways-props.ts';

interface WaysState {
  /** What came of looking again. */
  readonly answer: string;
}

class List extends Component<WaysProps, WaysState> {
  override state: WaysState = { answer: '' };

  override render({ texts, words, site, choose }: WaysProps, { answer }: WaysState) {
    const { url } = site.contact;
    return (
      <>
        <p>{words.other}</p>
        <button type="button" class="vp-button vp-primary" onClick={() => choose('call-back')}>
          {words['call-back'].open}
        </button>
        <button type="button" class="vp-button" onClick={() => choose('message')}>
          {words.message.open}
        </button>
        {url !== null && <OutsideLink href={url} text={words.moreContact} texts={texts} />}
        <button type="button" class="vp-button" onClick={this.#look}>
          {words.lookAgain}
        </button>
        <p role="status">{answer}</p>
      </>
    );
  }

  readonly #look = async (): Promise<void> => {
    const { words, lookAgain } = this.props;
    this.setState({ answer: words.looking });
    await lookAgain();
    this.setState({ answer: words.stillAway });
  };
}

export function Ways(props: WaysProps) {
  return props.form === null ? (
    <List {...props} />
  ) : (
    <ContactForm key={props.form} {...props} kind={props.form} />
  );
}
