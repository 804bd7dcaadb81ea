// Command output shown in Markdown: finds the marked places and writes the output into them. It runs nothing by itself.
//
//   <!-- shown: npm run -s ask -- "…" -->        ← the command, as a person types it
//   ```text                                      ← from here on generated
//   $ npm run -s ask -- "…"
//   …its standard output…
//   ```
//   <!-- /shown -->

const PLACE = /<!-- shown: (.+?) -->\n(?:[\s\S]*?\n)??<!-- \/shown -->/g;

/** Returns the commands whose output a text shows, in order. */
export function shownCommands(markdown: string): string[] {
  return [...markdown.matchAll(PLACE)].map(([, command = '']) => command);
}

/** Returns the text with every marked place filled anew; text outside of them stays as it is. */
export function withOutputs(markdown: string, outputOf: (command: string) => string): string {
  return markdown.replace(PLACE, (_, command: string) => {
    const block = ['```text', `$ ${command}`, outputOf(command).trimEnd(), '```'];
    return [`<!-- shown: ${command} -->`, ...block, '<!-- /shown -->'].join('\n');
  });
}
