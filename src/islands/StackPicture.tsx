// What an instruction does to the value stack, drawn from the picture in the opcode table: the slots it takes and the
// slots it leaves, the top at the top. The same drawing stands on the pages of the instructions and in the views.

/** What the table writes behind a name, in words. */
const AMOUNTS: Record<string, string> = {
  '[oparg]': '× argument',
  '[oparg*2]': '× argument, a pair each',
  '[oparg-1]': '× argument − 1',
  '[oparg-2]': '× argument − 2',
  '[oparg&255]': '× low byte',
  '[oparg>>8]': '× higher bits',
  '?(oparg&1)': 'if bit 0 is set',
  '?(oparg&2)': 'if bit 1 is set',
  '?(oparg&4)': 'if bit 2 is set',
  '?(oparg&8)': 'if bit 3 is set',
  '?(oparg==3)': 'if the argument is 3',
};

export interface PictureSlot {
  name: string;
  amount: string | null;
  optional: boolean;
}

export function slotsOf(half: string): PictureSlot[] {
  return half
    .trim()
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const at = word.search(/[[?]/);
      if (at < 0) return { name: word, amount: null, optional: false };
      const amount = AMOUNTS[word.slice(at)];
      if (amount === undefined) throw new Error(`stack picture: ${word}`);
      return { name: word.slice(0, at), amount, optional: word[at] === '?' };
    });
}

export function StackPicture({ picture }: { picture: string }) {
  const [before, after] = picture.split('--').map(slotsOf);
  return (
    <div class="stack-picture">
      <Half title="Before" slots={before} />
      <span class="becomes" aria-hidden="true">
        →
      </span>
      <Half title="After" slots={after} />
    </div>
  );
}

function Half({ title, slots }: { title: string; slots: PictureSlot[] }) {
  return (
    <div>
      <p>{title}</p>
      {slots.length === 0 ? (
        <p class="nothing">nothing of its own</p>
      ) : (
        <ol>
          {slots.toReversed().map(({ name, amount, optional }) => (
            <li key={name} class={optional ? 'optional' : ''}>
              {name.replaceAll('_', ' ')}
              {amount && <small>{amount}</small>}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
