// Words from which the bench makes people up. The order is roughly that of frequency: earlier words come more often.
const words = (text: string) => text.trim().split(/\s+/);

export const GIVEN_NAMES = words(`
  Thomas Michael Andreas Peter Daniel Christian Stefan Anna Maria Martin Markus Sandra Claudia Andrea Nicole Monika
  Susanne Stefanie Julia Christina Katharina Alexander Sebastian Matthias Tobias Jan Florian Philipp Lukas Jonas Felix
  Sabine Barbara Petra Karin Birgit Heike Martina Ursula Brigitte Gabriele Silvia Laura Lena Sarah Lisa Leonie Lea
  Simon Patrick Marco Pascal Reto Urs Beat Jürg Hans Werner Walter Rolf Kurt Bruno Daniela Manuela Corinne Nadine
  Melanie Vanessa Jasmin Nina Eva Ruth Elisabeth Verena Regula Margrit Franziska Johannes Josef Georg Franz Wolfgang
  Klaus Jürgen Uwe Frank Jörg Ralf Dirk Torsten Oliver Marcel Dominik David Benjamin Maximilian Paul Leon Luca Noah
  Elias Ben Emma Mia Hannah Sofia Emilia Lina Marie Clara Charlotte Johanna Antonia Theresa Magdalena Viktoria Helena
  Isabel Carolin Annika Friederike Ulrike Anke Silke Kerstin Katrin Anja Tanja Sonja Yvonne Simone Bettina Cornelia
  Gerhard Helmut Günter Heinz Manfred Dieter Bernd Rainer Horst Norbert Herbert Rudolf Hermann Wilhelm Friedrich Karl
  Mehmet Mustafa Ayşe Fatma Emre Elif Zeynep Ali Murat Dragan Goran Zoran Milan Ivana Jelena Marija Aleksandar Nikola
  Giuseppe Antonio Marco Francesca Chiara Alessandro Giulia Matteo Pierre Jean Nathalie Sylvie Chantal Laurent Piotr
  Agnieszka Katarzyna Marek Olga Natalia Sergej Dmitri Irina Svetlana Ibrahim Mohammed Yusuf Samira Leila Anouk Loris
`);

export const NICKNAMES: Record<string, string> = {
  Thomas: 'Tom',
  Michael: 'Michi',
  Andreas: 'Andi',
  Daniel: 'Dani',
  Christian: 'Chris',
  Stefan: 'Stef',
  Alexander: 'Alex',
  Sebastian: 'Basti',
  Matthias: 'Matze',
  Tobias: 'Tobi',
  Katharina: 'Kathi',
  Christina: 'Tina',
  Stefanie: 'Steffi',
  Susanne: 'Susi',
  Johannes: 'Hannes',
  Josef: 'Sepp',
  Georg: 'Schorsch',
  Elisabeth: 'Lisa',
  Ursula: 'Uschi',
  Johanna: 'Hanna',
  Barbara: 'Babsi',
  Manuela: 'Manu',
  Maximilian: 'Max',
  Benjamin: 'Ben',
  Wolfgang: 'Wolfi',
  Walter: 'Walti',
  Rudolf: 'Ruedi',
  Friedrich: 'Fritz',
  Franziska: 'Franzi',
  Magdalena: 'Leni',
  Viktoria: 'Vicky',
  Theresa: 'Resi',
  Verena: 'Vreni',
  Antonia: 'Toni',
};

export const FAMILY_NAMES = words(`
  Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf
  Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Werner Krause Lehmann Köhler Maier Keller
  Huber Meier Frey Brunner Baumann Gerber Graf Moser Steiner Widmer Roth Ammann Suter Baumgartner Bucher Frei
  Kunz Hug Bühler Lüthi Zürcher Aebischer Bürgi Egli Fuchs Vogel Jung Hahn Schubert Winkler Lorenz Berger Kaiser Peters
  Scholz Möller König Walter Mayer Huber Franke Albrecht Simon Ludwig Winter Kraus Martin Sommer Stein Jäger Otto Groß
  Brandt Haas Schreiber Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Pfeiffer
  Yılmaz Kaya Demir Öztürk Nguyen Kowalski Nowak Petrović Jovanović Rossi Bianchi Ferrari Morel Dubois Ivanov Popov
`);

/** Parts of rarer family names: a first and a second one together. */
export const NAME_BEGINNINGS = words(`
  Acker Alten Am Bach Berg Birken Brand Breiten Buch Burg Dorn Eber Eichen Eisen Falken Feld Finken Forst Geiss Gold
  Grün Gut Hagen Hasel Heiden Herren Hirsch Hoch Hohen Holz Kalten Kirch Kreuz Kron Land Linden Loch Mark Mühl Nieder
  Ober Ochsen Reb Reichen Rosen Rot Rüt Sand Schell Schön Schwarzen See Sonnen Stein Stock Tannen Trau Wald Weiden Wein
  Weissen Wiesen Winter Wolfs Zell Ziegel Zwing
`);
export const NAME_ENDINGS = words(`
  bach bauer becher beck berger brunner burger dörfer egger eisen felder gruber haus hauser heim hofer holzer huber
  kamp lehner leitner maier mann meister mayr müller moser nagel ried rieder rössler scheid schmid stadt stein steiner
  thaler trup wald wanger wirth zeller
`);

export const STREETS = words(`
  Haupt Bahnhof Dorf Schul Garten Berg Kirch Wald Linden Ring Wiesen Mühlen Feld Schloss Goethe Schiller Mozart Rosen
  Birken Tannen Eichen Buchen Ahorn Amsel Drossel Finken Blumen Sonnen Markt Post Industrie Zürcher Berner Basler
  Hamburger Münchner Kölner Leipziger Seestrand Rhein Donau Elb Neckar Ufer Brücken Brunnen Kloster Park Stadion
`);
export const STREET_ENDINGS = ['strasse', 'straße', 'weg', 'gasse', 'platz', 'allee', 'str.', 'ring'];

export const CITIES = words(`
  Berlin Hamburg München Köln Frankfurt Stuttgart Düsseldorf Leipzig Dortmund Essen Bremen Dresden Hannover Nürnberg
  Zürich Genf Basel Bern Lausanne Winterthur Luzern St.Gallen Lugano Biel Thun Köniz Schaffhausen Chur Aarau Zug Baden
  Wien Graz Linz Salzburg Innsbruck Klagenfurt Wels Dornbirn Bregenz Augsburg Freiburg Ulm Konstanz Karlsruhe Mannheim
  Heidelberg Mainz Wiesbaden Kassel Göttingen Münster Bielefeld Bonn Aachen Krefeld Kiel Lübeck Rostock Schwerin
  Potsdam Erfurt Jena Weimar Halle Magdeburg Chemnitz Zwickau Regensburg Passau Würzburg Bamberg Bayreuth Ingolstadt
`);

export const COMPANY_WORDS = words(`
  Alpen Nord Süd Rhein Motoren Präzisions Werkzeug Antriebs Mess Energie Wasser Licht Bau Stahl Textil Pharma Med Logistik
  Digital Daten Netz Software Kunststoff Maschinen Holz Papier Druck Glas Verkehr Bahn Luft Optik Sensor Regel Umwelt
`);
export const COMPANY_ENDINGS = ['technik', 'werke', 'systeme', 'bau', 'partner', 'gruppe', 'handel', 'service'];
export const LEGAL_FORMS = ['GmbH', 'AG', 'KG', 'GmbH & Co. KG', 'SE'];
export const MAIL_DOMAINS = [
  'gmail.com',
  'gmx.de',
  'web.de',
  'bluewin.ch',
  'outlook.com',
  'gmx.ch',
  'icloud.com',
  't-online.de',
  'hotmail.com',
  'gmx.at',
];
