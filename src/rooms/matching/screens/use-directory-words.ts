import { useMessages } from '#ground/i18n/use-messages.ts';

/** Source and version of one directory, as the recogniser joins them: "own-1", "esco-v1.2.0+own-1". */
const ONE_DIRECTORY = /^(own|esco)-v?(.+)$/;

/** The directories of a run in words. */
export function useDirectoryWords(): (versions: string) => string {
  const t = useMessages('matching');
  return (versions) =>
    versions
      .split('+')
      .map((one) => {
        const [, source, version] = ONE_DIRECTORY.exec(one) ?? [];
        return source ? t(`directory_version.${source}`, { version }) : one;
      })
      .join(' + ');
}
