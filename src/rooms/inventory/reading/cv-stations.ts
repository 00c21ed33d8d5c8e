import type { CvLine } from './cv-lines.ts';
import { findPeriod, type Period } from './cv-period.ts';
import type { CvStation } from './cv-types.ts';

interface StationProposal {
  field: 'station';
  value: CvStation;
  quote: string;
  offset: number;
}

const MOST_STATIONS = 40;
const COMPANY =
  /\b(?:AG|GmbH|SE|KG|KGaA|OHG|SA|S\.A\.|S[àa]rl|Ltd\.?|LLC|Inc\.?|PLC|B\.V\.|Co\.|e\.\s?V\.|Group|Gruppe|Bank|Spital|Klinik(?:um)?|Krankenhaus|Universität|University|Hochschule|ETH|EPFL|Institut|Stiftung|Verein|Kanton|Stadt|Versicherung(?:en)?|Werke?|Holding|Verlag|Company)\b/u;
const ROLE =
  /(?:ingenieur|engineer|entwickl|developer|manager|leit(?:er|ung)|lead|head|director|direktor|consultant|berat(?:er|ung)|analyst|architekt|architect|designer|assist|sachbearbeit|referent|specialist|spezialist|techni(?:ker|cian)|mechani|monteur|kauf(?:frau|mann)|verkäufer|sales|controller|buchhalt|accountant|praktik|intern\b|werkstudent|trainee|lehrling|auszubildend|scientist|wissenschaft|forsch|research|professor|lehr(?:er|kraft)|teacher|pfleg|nurse|arzt|ärzt|officer|coordinator|koordinator|administrator|recruiter|partner|projekt|product owner|scrum|konstrukteur|planer|meister|chef|founder|gründer|freelance)/iu;

/** Stations of work: a period and the words beside or right below it. Education is left out. */
export function findStations(lines: CvLine[]): StationProposal[] {
  const stations = lines.flatMap((line, index) => {
    if (line.section === 'education' || line.section === 'skills' || line.isHeading) return [];
    const period = findPeriod(line.text);
    return period ? toStation(lines, index, period) : [];
  });
  return stations.slice(0, MOST_STATIONS);
}

function toStation(lines: CvLine[], index: number, period: Period): StationProposal[] {
  const line = lines[index];
  if (!line) return [];
  const beside = [line.text.slice(0, period.start), line.text.slice(period.end)].map(trimSigns).filter(Boolean);
  const words = [
    ...beside,
    ...(beside.join('').length > 0 && splitLine(beside).length > 1 ? [] : nearLines(lines, index)),
  ];
  const named = nameParts(splitLine(words));
  if (!named.employer && !named.role) return [];
  return [
    {
      field: 'station',
      value: { ...named, from: period.from, ...(period.to ? { to: period.to } : {}) },
      quote: line.text,
      offset: line.offset,
    },
  ];
}

/** Up to two lines below the period; where none stand there, the two above (role and employer first, dates last). */
function nearLines(lines: CvLine[], index: number): string[] {
  const below = takeWhileWords(lines.slice(index + 1, index + 3));
  return below.length > 0 ? below : takeWhileWords(lines.slice(Math.max(0, index - 2), index).reverse());
}

function takeWhileWords(lines: CvLine[]): string[] {
  const words: string[] = [];
  for (const { text, isHeading } of lines) {
    const isOver =
      isHeading || text === '' || findPeriod(text) !== undefined || /^[•·▪●■◦*–-]\s/u.test(text) || text.length > 100;
    if (isOver) break;
    words.push(trimSigns(text));
  }
  return words;
}

/** Divides "Projektleiterin, Muster AG, Zürich" and "Engineer at Muster Ltd" into their parts. */
function splitLine(words: string[]): string[] {
  return words
    .flatMap((text) =>
      text.split(/\t+|\s+[|•·@–—-]\s+|,\s+|\s+(?:bei(?: der| dem)?|beim|at|chez|presso)\s+(?=\p{Lu})/u),
    )
    .map(trimSigns)
    .filter((part) => part.length > 1 && part.length <= 90);
}

function nameParts(parts: string[]): { employer?: string; role?: string } {
  const employer =
    parts.find((part) => COMPANY.test(part) && !ROLE.test(part.replace(COMPANY, ''))) ??
    parts.find((part) => COMPANY.test(part));
  const others = parts.filter((part) => part !== employer);
  const role = others.find((part) => ROLE.test(part)) ?? others[0];
  const rest = others.find((part) => part !== role && !employer);
  return { ...((employer ?? rest) ? { employer: employer ?? rest } : {}), ...(role ? { role } : {}) };
}

const trimSigns = (text: string) => text.replaceAll(/^[\s,;:|•·–—()-]+|[\s,;:|•·–—(-]+$/gu, '');
