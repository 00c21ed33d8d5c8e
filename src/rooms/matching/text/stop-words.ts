/** Folded words that say nothing about an occupation or skill: articles, prepositions, and words that titles of German training rules share. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'der die das des dem den ein eine einer eines einem einen und oder fur im in mit von zu zur zum als auf an am bei aus nach uber unter ' +
    'fachrichtung schwerpunkt fachbereich ' +
    'and or of the for a to with on by as at from ' +
    'de la le les du et en aux au il lo gli di del della dei e ed per con da'
  ).split(' '),
);
