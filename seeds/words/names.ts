// Names from which the sample company makes people up. Earlier ones come more often. All can be written in Windows-1252,
// because the export of a German Excel has nothing else; rarer letters are in the cast.
const words = (text: string): string[] => text.trim().split(/\s+/);

export const WOMEN = {
  de: words(`
    Anna Sandra Nicole Daniela Claudia Andrea Barbara Monika Karin Petra Sabrina Corinne Nadine Regula Simone Franziska
    Christine Stefanie Katharina Julia Laura Lea Nina Sarah Vanessa Melanie Jasmin Tanja Silvia Ursina Seraina Flurina
    Annina Livia Selina Larissa Rahel Mirjam Eveline Brigitte Heidi Verena Susanne Birgit Kerstin Anja Ulrike Annette
    Carolin Friederike Theresa Johanna Paula Greta Hannah Luisa Emilia Lina Mia Anouk Désirée Zita Bettina Fabienne
  `),
  fr: words(`Céline Nathalie Aurélie Sylvie Chloé Manon Élodie Camille Mélanie Océane Hélène Noémie Margaux Valérie`),
  it: words(`Chiara Giulia Francesca Martina Elisa Alessia Sofia Valentina Federica Ilaria Silvana Ornella Noemi`),
  en: words(`Emily Sophie Priya Ananya Mei Aisha Olivia Hannah Ruth Grace Deepa Shreya Yasmin Leila Amara Naomi`),
  other: words(`
    Jelena Marija Dragana Ana Milica Besarta Arbnora Elif Zeynep Ayla Sibel Teresa Inês Marta Agnieszka Katarzyna
    Dominika Nadia Olena Iryna Selam Abeba Vithya Tharani Samira Maryam
  `),
};
export const MEN = {
  de: words(`
    Thomas Daniel Peter Martin Andreas Michael Stefan Christian Marco Patrick Reto Urs Beat Jürg Roland Markus Marcel
    Simon Lukas Fabian Pascal Adrian Dominik Philipp Tobias Raphael Matthias Florian Sebastian Jan Nico Luca Noah Jonas
    Andri Gian Flurin Corsin Silvan Severin Ueli Köbi Hansjörg Rolf Werner Kurt Bruno Jürgen Uwe Frank Jörg Ralf Björn
    Holger Henrik Maximilian Felix Paul Moritz Benedikt Korbinian Lorenz Valentin Konstantin Götz Sönke
  `),
  fr: words(`Laurent Olivier Yves Stéphane Julien Nicolas Sébastien Cédric Mathieu Loïc Rémy François Gaël Benoît`),
  it: words(`Giuseppe Antonio Alessandro Matteo Davide Stefano Fabio Lorenzo Gianluca Salvatore Nicolò Enrico Renzo`),
  en: words(`James Arjun Rahul Wei David Omar Kwame Liam Vikram Sanjay Ben Ethan Yusuf Karim Samuel Joseph`),
  other: words(`
    Goran Zoran Dejan Milan Nikola Arben Blerim Dardan Emre Murat Kerem João Tiago Rui Piotr Marek Tomasz Andrij
    Dawit Samuel Kavin Suresh Ali Reza Hamid Youssef
  `),
};

export const FAMILIES = {
  de: words(`
    Müller Meier Schmid Keller Weber Huber Schneider Meyer Steiner Fischer Gerber Brunner Baumann Frei Zimmermann Moser
    Widmer Wyss Graf Roth Baumgartner Suter Bachmann Kunz Kälin Lüthi Zürcher Bühler Bucher Egli Ammann Wagner Schwarz
    Lehmann Hofer Furrer Hug Bieri Stalder Amrein Fässler Nägeli Rüegg Hürlimann Wüthrich Brändli Schläpfer Aeschlimann
    Oberholzer Gubler Scherrer Hofstetter Rickenbacher Zgraggen Gisler Arnold Imhof Bissig Odermatt Niederberger Zumstein
    Tschümperlin Inderbitzin Schnyder Hösli Tobler Altherr Frischknecht Eugster Nef Zellweger Rutishauser Ackermann
    Ott Sauter Bossart Rechsteiner Thalmann Dietrich Vogel Kaufmann Marti Bürgi Jäggi Käser Studer Flückiger Hirschi
    Zbinden Aebischer Riedo Stucki Burkhalter Schär Röthlisberger Krähenbühl Ramseier Blaser Salzmann Locher Häfliger
    Maier Bauer Vogt Kiefer Rist Reischmann Strobel Haller Birk Metzler Fricker Hämmerle Fessler Rädle Gaissmaier
    Wetzel Brugger Pfänder Knäpple Bärenfänger Grünwald Weiß Groß Voß Schütz Krüger Lorenz Sommer Winterhalter Hägele
    Österle Übelhör Ruckstuhl Kümin Cavegn Capaul Caduff Cadisch Casutt Derungs Tuor Bundi Deplazes Camenisch
  `),
  fr: words(`
    Favre Rochat Perrin Bonvin Rey Jaquet Chappuis Crausaz Mottier Gremaud Déglise Cuénoud Vuilleumier Jeanneret
    Monnier Béguin Blanc Clément Dubuis
  `),
  it: words(`
    Bernasconi Ferrari Rossi Bianchi Pedrazzini Crivelli Galfetti Moretti Cattaneo Fontana Bottinelli Rezzonico Pagani
    Quadri Sartori Locatelli
  `),
  en: words(
    `Smith Walker Patel Sharma Iyer Chen Wong Okafor Mensah Turner Hughes Khan Reddy Rao Murphy Clarke Nair Abbas`,
  ),
  other: words(`
    Petrovic Jovanovic Nikolic Markovic Kovacevic Krasniqi Gashi Berisha Hoxha Yilmaz Kaya Demir Aydin Silva Ferreira
    Costa Pereira Nowak Kowalski Wojcik Shevchenko Tesfaye Haile Sivakumar Rajan Hosseini Haddad Bouzid
  `),
};

export type Background = keyof typeof FAMILIES;

/** How people call themselves the second time they fill in a form. */
export const SHORT_NAMES: Record<string, string> = {
  Andreas: 'Andi', Barbara: 'Babs', Benedikt: 'Beni', Christian: 'Chris', Christine: 'Christa', Daniel: 'Dani', Daniela: 'Dani',
  Dominik: 'Dome', Fabienne: 'Fabi', Florian: 'Flo', Franziska: 'Franzi', Johanna: 'Hanna', Katharina: 'Kathrin', Lukas: 'Luki',
  Markus: 'Küsu', Matthias: 'Matthi', Maximilian: 'Max', Melanie: 'Mel', Michael: 'Michi', Monika: 'Moni', Patrick: 'Pädi',
  Philipp: 'Phil', Raphael: 'Rapha', Sabrina: 'Sabi', Sebastian: 'Basti', Stefan: 'Stef', Stefanie: 'Steffi', Susanne: 'Susi',
  Theresa: 'Resi', Thomas: 'Tom', Tobias: 'Tobi', Vanessa: 'Nessa', Verena: 'Vreni',
}; // prettier-ignore

/** Providers that nobody runs: `.example` is reserved for this. @source RFC 2606 */
export const MAIL_DOMAINS = words(`
  post.example mail.example bergmail.example seepost.example webbrief.example tal.example funk.example netzhaus.example
`);
