/**
 * Folded words about who somebody is and not about what they can do: sex, age, origin, family, health, belief, amount of work in the past.
 * They never count as wording, also where a label of the directory happens to hold them (AI-5).
 */
export const PERSONAL_WORDS: ReadonlySet<string> = new Set(
  (
    'frau frauen mann manner herr herren mannlich weiblich divers geschlecht dame damen junge junger junges jung alt alter alterer altere jahrig jahrige jahre jahr ' +
    'geboren geburtsdatum geburtsort geburtsname alleinstehend ledig verheiratet geschieden verwitwet kind kinder kindern mutter vater eltern elternzeit familie familienpause ' +
    'mutterschutz schwanger schwangerschaft erziehung erziehungszeit pause auszeit lucke pflegezeit teilzeit vollzeit halbtags herkunft nationalitat staatsangehorigkeit auslander auslanderin migration migrationshintergrund ' +
    'behinderung behindert schwerbehindert schwerbehinderung rollstuhl blind gehorlos krank krankheit gesundheit gdb religion glaube christlich muslimisch judisch evangelisch katholisch islam kirche ' +
    'partei gewerkschaft betriebsrat hautfarbe sexuell rentner rente ruhestand senior seniorin senioren junior ' +
    'woman women man men male female gender lady gentleman young old age aged years year born birth birthday single married divorced widowed child children mother father parent parents parental ' +
    'family maternity paternity pregnant pregnancy leave break gap part-time parttime full-time fulltime origin nationality citizenship foreigner migrant disability disabled wheelchair deaf illness ill health ' +
    'religion faith christian muslim jewish church party union race sexual retired retirement'
  ).split(' '),
);
