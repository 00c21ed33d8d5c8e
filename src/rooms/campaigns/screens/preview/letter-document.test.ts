import { describe, expect, it } from 'vitest';
import { inScheme, withoutStyles } from './letter-document.ts';

const CSS =
  '@media (prefers-color-scheme: dark) { .paper { background: #111 } } @media (max-width:480px) { td { padding: 0 } }';

describe('a letter under our policy', () => {
  it('comes without styles of its own, which are kept under another name', () => {
    const html =
      '<style>td>p{color:red}</style><body class="a" style="margin:0"><p style=\'color:red\'>a style="b" c</p><br/>';

    expect(withoutStyles(html)).toBe(
      '<script type="text/css">td>p{color:red}</script><body class="a" data-style="margin:0"><p data-style=\'color:red\'>a style="b" c</p><br/>',
    );
  });

  it('reads an attribute that holds a sign of comparison', () => {
    expect(withoutStyles('<img alt="a > b" style="width:1px">')).toBe('<img alt="a > b" data-style="width:1px">');
  });
});

describe('a letter on a light or a dark screen', () => {
  it('has its dark styles only where the preview is dark', () => {
    expect(inScheme(CSS, 'dark')).toContain('@media (min-width: 0px) { .paper');
    expect(inScheme(CSS, 'light')).toContain('@media (max-width: 0px) { .paper');
  });

  it('keeps what depends on the width', () => {
    expect(inScheme(CSS, 'dark')).toContain('@media (max-width:480px) { td');
  });
});
