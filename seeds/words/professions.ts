/** What somebody does: in both forms, with what they can, may be curious about and apply for. */
export interface Profession {
  /** The man's and the woman's word. */
  titles: [string, string];
  english: string;
  skills: readonly string[];
  interests: readonly string[];
  vacancies: readonly string[];
}

const of = (text: string): string[] => text.split(', ');
const profession = (
  titles: string,
  english: string,
  skills: string,
  interests: string,
  vacancies: string,
): Profession => {
  const [man = '', woman = ''] = titles.split(' | ');
  return { titles: [man, woman], english, skills: of(skills), interests: of(interests), vacancies: of(vacancies) };
};

export const PROFESSIONS: readonly Profession[] = [
  profession(
    'Entwicklungsingenieur Leistungselektronik | Entwicklungsingenieurin Leistungselektronik',
    'Power Electronics Engineer',
    'Leistungselektronik, SiC-Halbleiter, Gate-Treiber, LTspice, PLECS, Umrichter',
    'SiC-Halbleiter, GaN, Magnetik, Batteriespeicher',
    'Entwicklung Umrichter, Entwicklung Leistungselektronik, Senior Leistungselektronik',
  ),
  profession(
    'Regelungstechniker | Regelungstechnikerin',
    'Control Engineer',
    'Regelungstechnik, MATLAB/Simulink, Motorregelung, C, Feldorientierte Regelung',
    'Modellprädiktive Regelung, Netzregelung, Maschinelles Lernen',
    'Antriebsregelung, Systemarchitektur Antriebe',
  ),
  profession(
    'Embedded-Softwareentwickler | Embedded-Softwareentwicklerin',
    'Embedded Software Engineer',
    'C, C++, Embedded Linux, CAN, EtherCAT, Python, FreeRTOS',
    'Rust, Functional Safety, Edge Computing',
    'Embedded Software Antriebe, Firmware Umrichter',
  ),
  profession(
    'Hardware-Entwickler | Hardware-Entwicklerin',
    'Hardware Engineer',
    'Altium Designer, Schaltungsentwurf, EMV, FPGA, Messtechnik',
    'FPGA, High-Speed-Design',
    'Hardware-Entwicklung Steuerplatinen, FPGA-Entwicklung',
  ),
  profession(
    'Prüfingenieur | Prüfingenieurin',
    'Test Engineer',
    'Prüfstandstechnik, LabVIEW, Messtechnik, Python, Zuverlässigkeit',
    'Automatisierung von Prüfständen, Hardware-in-the-Loop',
    'Prüffeld Antriebe, Prüfstandsbau',
  ),
  profession(
    'Konstrukteur | Konstrukteurin',
    'Mechanical Design Engineer',
    'SolidWorks, Kühlung, Toleranzrechnung, FEM, Blechkonstruktion',
    'Leichtbau, Flüssigkühlung',
    'Konstruktion Schaltschränke, Mechanik und Kühlung',
  ),
  profession(
    'Elektromaschineningenieur | Elektromaschineningenieurin',
    'Electrical Machines Engineer',
    'Elektromaschinen, FEM, Magnetik, Motorauslegung, ANSYS',
    'Synchronmaschinen ohne seltene Erden',
    'Auslegung Motoren, Entwicklung Elektromaschinen',
  ),
  profession(
    'Inbetriebsetzer | Inbetriebsetzerin',
    'Commissioning Engineer',
    'Inbetriebnahme, SPS, Fehlersuche, Servicetechnik, Englisch',
    'Bahnantriebe, Einsätze in Skandinavien',
    'Inbetriebnahme Umrichter, Service Süddeutschland',
  ),
  profession(
    'Elektroniker | Elektronikerin',
    'Electronics Technician',
    'Löten, Verdrahtung, Prüftechnik, IPC-A-610, Schaltschrankbau',
    'Teamleitung, Arbeitsvorbereitung',
    'Montage Leistungsbaugruppen, Schaltschrankbau, Montage',
  ),
  profession(
    'Projektleiter | Projektleiterin',
    'Project Manager',
    'Projektleitung, Anlagenbau, Vertragswesen, Kundenbetreuung, Terminplanung',
    'Netzanschluss, Batteriespeicher',
    'Projektleitung Prüfstände, Projektleitung',
  ),
  profession(
    'Qualitätsingenieur | Qualitätsingenieurin',
    'Quality Engineer',
    'Qualitätsmanagement, ISO 9001, FMEA, 8D, Statistik',
    'Lieferantenentwicklung',
    'Qualität Serie, Lieferantenqualität',
  ),
  profession(
    'Einkäufer | Einkäuferin',
    'Strategic Buyer',
    'Strategischer Einkauf, Verhandlung, SAP, Halbleiterbeschaffung',
    'Nachhaltige Lieferketten',
    'Strategischer Einkauf Elektronik',
  ),
  profession(
    'Vertriebsingenieur | Vertriebsingenieurin',
    'Sales Engineer',
    'Technischer Vertrieb, Angebotswesen, Englisch, Französisch, Antriebstechnik',
    'Westschweiz, Schiffsantriebe',
    'Vertrieb Westschweiz, Technischer Vertrieb',
  ),
  profession(
    'Data Engineer | Data Engineer',
    'Data Engineer',
    'Python, SQL, Zeitreihen, Azure, Condition Monitoring',
    'Predictive Maintenance, Maschinelles Lernen',
    'Data Engineering Condition Monitoring',
  ),
  profession(
    'Ingenieur Funktionale Sicherheit | Ingenieurin Funktionale Sicherheit',
    'Functional Safety Engineer',
    'Funktionale Sicherheit, IEC 61508, FMEDA, Anforderungsmanagement',
    'Cybersecurity IEC 62443',
    'Funktionale Sicherheit Antriebe',
  ),
  profession(
    'Controller | Controllerin',
    'Controller',
    'Controlling, SAP, Kostenrechnung, Power BI',
    'Werkscontrolling',
    'Controlling Werk Aarau',
  ),
];

/** What the career fair brings: people who still learn. */
export const STUDIES = of(
  'Elektrotechnik, Elektrotechnik und Informationstechnologie, Maschinenbau, Mechatronik, Energie- und Umwelttechnik, Informatik, Systemtechnik, Wirtschaftsingenieurwesen, Technische Informatik, Physik',
);
export const STUDENT_INTERESTS = of(
  'Leistungselektronik, Regelungstechnik, Embedded Systems, Prüfstandstechnik, Elektromaschinen, Batteriespeicher, Funktionale Sicherheit, Konstruktion',
);
