import { useState } from 'react';
import { addressOf, upload } from '#ground/http/client.ts';
import { addPictureRoute, showPictureRoute } from '../../contract-look.ts';

export const pictureAddress = (pictureId: string): string => addressOf(showPictureRoute, { params: { pictureId } });

export const isPicture = ({ type }: File): boolean => ['image/png', 'image/jpeg', 'image/gif'].includes(type);

/** The first picture that was dropped or pasted. */
export const pictureIn = (files: Iterable<File> | ArrayLike<File>): File | undefined =>
  Array.from(files).find(isPicture);

interface Taking {
  share: number | undefined;
  problem: unknown;
  take: (file: File) => void;
}

/** Brings a picture to the server; what it says of place and camera is taken out there. */
export function useTakePicture(onTaken: (pictureId: string) => void): Taking {
  const [share, setShare] = useState<number>();
  const [problem, setProblem] = useState<unknown>();
  const take = (file: File) => {
    setProblem(undefined);
    setShare(0);
    upload(addPictureRoute, { query: { name: file.name } }, file, { onProgress: setShare })
      .then(({ id }) => onTaken(id), setProblem)
      .finally(() => setShare(undefined));
  };
  return { share, problem, take };
}
