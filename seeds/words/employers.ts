const lines = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim());

/** Where people work today. All invented. */
export const EMPLOYERS = lines(`
  Hochrhein Umrichter GmbH
  Aare Power Modules AG
  Limmat Elektronik AG
  Thurtal Antriebstechnik AG
  Bodensee Mechatronik GmbH
  Eulach Messtechnik AG
  Säntis Steuerungen AG
  Argental Motoren GmbH
  Jurafuss Energietechnik AG
  Schussen Automation GmbH
  Rheinknie Prüftechnik AG
  Glatttal Systems AG
  Oberland Bahntechnik AG
  Allgäu Leistungshalbleiter GmbH
  Reusstal Sensorik AG
  Alpstein Robotik AG
  Seerücken Batteriesysteme AG
  Donautal Schaltanlagen GmbH
  Zürichsee Engineering AG
  Wasserschloss Turbinenregelung AG
  Emmental Elektromaschinen AG
  Lechtal Hydraulik GmbH
  Kyburg Software AG
  Töss Medizintechnik AG
  Hegau Sondermaschinen GmbH
  Wyna Stromversorgungen AG
  Linth Seilbahnantriebe AG
  Illertal Fördertechnik GmbH
  Randen Lasertechnik AG
  Napf Windtechnik AG
`);

/** Schools of the people at the fair. All invented. */
export const SCHOOLS = lines(`
  Fachhochschule Eulachtal
  Technische Hochschule Bodensee-Nord
  Hochschule Aaretal
  Polytechnikum Limmatufer
  Höhere Fachschule Tösstal
  Duale Hochschule Schussental
`);
