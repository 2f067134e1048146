// After a conversation: what the citizen thinks of it, and a copy to keep.
import { Component } from 'preact';
import type { AfterInfo } from '#protocol';
import type { AfterProps } from './after-props.ts';
import { askAfter } from './ask-after.ts';
import { Copies } from './copies.tsx';
import { Rating } from './rating.tsx';

interface AfterState {
  /** Null: the site did not say yet, or could not be asked. */
  readonly info: AfterInfo | null;
}

/** Before that the server mails nothing: it would be anyone's words to anyone's address. */
const wasHelped = ({ state }: AfterProps): boolean =>
  state.log.events.some(({ kind }) => kind === 'assigned');

export class After extends Component<AfterProps, AfterState> {
  override state: AfterState = { info: null };

  override async componentDidMount(): Promise<void> {
    this.setState({ info: await askAfter(this.props.siteUrl) });
  }

  override render(props: AfterProps, { info }: AfterState) {
    const screens = info?.rating?.screens;
    return (
      <div class="vp-after">
        {screens !== undefined && (
          <section aria-labelledby="vp-rating">
            <h3 id="vp-rating">{props.words.rating}</h3>
            <Rating {...props} screens={screens} />
          </section>
        )}
        <Copies {...props} mails={info?.transcripts === true && wasHelped(props)} />
      </div>
    );
  }
}
