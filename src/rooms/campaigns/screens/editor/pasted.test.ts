import { describe, expect, it } from 'vitest';
import { cleanPasted } from './pasted.ts';

describe('pasted from Word and Outlook', () => {
  it('loses styles, conditional comments and foreign elements', () => {
    const html =
      '<html><head><style>p{color:red}</style></head><!--[if gte mso 9]><xml><w:x/></xml><![endif]--><p class=MsoNormal>Guten Tag<o:p></o:p></p></html>';

    expect(cleanPasted(html)).toBe('<html><p class=MsoNormal>Guten Tag</p></html>');
  });

  it('makes a list of what Word only draws as one', () => {
    const item = (text: string) =>
      `<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;</span></span><![endif]>${text}<o:p></o:p></p>`;

    expect(cleanPasted(`${item('Eins')}\n${item('Zwei')}`)).toBe('<ul><li><p>Eins</p></li><li><p>Zwei</p></li></ul>');
  });

  it('keeps numbers as a numbered list', () => {
    const html = '<p class="MsoListParagraph"><span>1.<span>&nbsp; </span></span>Zuerst</p>';

    expect(cleanPasted(html)).toBe('<ol><li><p>Zuerst</p></li></ol>');
  });

  it('drops empty paragraphs and hard blanks', () => {
    expect(cleanPasted('<p>a&nbsp;b</p><p class=MsoNormal>&nbsp;</p><p><br></p>')).toBe('<p>a b</p>');
  });

  it('leaves ordinary text alone', () => {
    const html = '<p>Ein <strong>wichtiger</strong> <a href="https://example.com">Link</a></p><ul><li>a</li></ul>';

    expect(cleanPasted(html)).toBe(html);
  });
});
