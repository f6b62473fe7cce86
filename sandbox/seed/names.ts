/** Given and family names by region, so that a person's two names belong together more often than not. */
export const nameRegions: ReadonlyArray<{ given: readonly string[]; family: readonly string[] }> = [
  {
    given: ['Anna', 'Lena', 'Jonas', 'Felix', 'Katrin', 'Moritz', 'Sabine', 'Jürgen', 'Heike', 'Lukas', 'Greta', 'Stefan'],
    family: ['Schmidt', 'Weber', 'Hoffmann', 'Krüger', 'Vogel', 'Lehmann', 'Brandt', 'Schäfer', 'Köhler', 'Winkler', 'Böhm'],
  },
  {
    given: ['Sara', 'Tomas', 'Elin', 'Björn', 'Freja', 'Åsa', 'Nils', 'Maja', 'Søren', 'Ingrid', 'Oskar', 'Liv'],
    family: ['Lindqvist', 'Berg', 'Ekström', 'Nyström', 'Dahl', 'Sandberg', 'Øster', 'Holm', 'Sjögren', 'Falk', 'Lund'],
  },
  {
    given: ['Priya', 'Arjun', 'Meera', 'Rohan', 'Kavita', 'Sanjay', 'Ananya', 'Vikram', 'Divya', 'Nikhil', 'Ishaan', 'Lakshmi'],
    family: ['Nadar', 'Iyer', 'Kulkarni', 'Banerjee', 'Reddy', 'Chauhan', 'Menon', 'Bhatt', 'Joshi', 'Pillai', 'Deshpande'],
  },
  {
    given: ['Amara', 'Chidi', 'Ngozi', 'Kwame', 'Abena', 'Tunde', 'Zainab', 'Kofi', 'Folake', 'Emeka', 'Thandiwe', 'Sipho'],
    family: ['Okafor', 'Mensah', 'Adeyemi', 'Boateng', 'Eze', 'Dlamini', 'Nwosu', 'Asante', 'Balogun', 'Mokoena', 'Owusu'],
  },
  {
    given: ['Rosa', 'Mateo', 'Lucía', 'Javier', 'Inés', 'Andrés', 'Camila', 'Diego', 'Valentina', 'Joaquín', 'Paula', 'Renata'],
    family: ['Castellanos', 'Muñoz', 'Herrera', 'Peña', 'Ibáñez', 'Vargas', 'Delgado', 'Quiroga', 'Salas', 'Navarro', 'Rojas'],
  },
  {
    given: ['Mei', 'Wei', 'Xin', 'Jian', 'Hana', 'Kenji', 'Yuki', 'Haruto', 'Minh', 'Linh', 'Jisoo', 'Minjun'],
    family: ['Chen', 'Wang', 'Liu', 'Tanaka', 'Sato', 'Nakamura', 'Nguyen', 'Tran', 'Park', 'Kim', 'Zhao'],
  },
  {
    given: ['Olivia', 'Jack', 'Niamh', 'Rhys', 'Isla', 'Callum', 'Siobhán', 'Owen', 'Freya', 'Dylan', 'Maeve', 'Harriet'],
    family: ['Hughes', 'O’Brien', 'MacLeod', 'Bennett', 'Price', 'Gallagher', 'Whitaker', 'Doyle', 'Fletcher', 'Shaw', 'Reid'],
  },
  {
    given: ['Leila', 'Omar', 'Yasmin', 'Karim', 'Nour', 'Samir', 'Farah', 'Tariq', 'Dalia', 'Hassan', 'Rania', 'Elif'],
    family: ['Haddad', 'Mansour', 'Rahimi', 'Khalil', 'Aziz', 'Demir', 'Yılmaz', 'Farouk', 'Nasser', 'El-Sayed', 'Kaya'],
  },
  {
    given: ['Agnieszka', 'Piotr', 'Jana', 'Ondřej', 'Zofia', 'Marek', 'Ivana', 'Łukasz', 'Petra', 'Tomáš', 'Oksana', 'Bohdan'],
    family: ['Kowalska', 'Nowak', 'Dvořák', 'Wójcik', 'Svoboda', 'Horvat', 'Zieliński', 'Shevchenko', 'Marković', 'Novotná'],
  },
  {
    given: ['Chloé', 'Étienne', 'Margaux', 'Théo', 'Giulia', 'Matteo', 'Inês', 'Tiago', 'Beatriz', 'Luca', 'Anaïs', 'João'],
    family: [
      'Lefèvre',
      'Moreau',
      'Dubois',
      'Rossi',
      'Conti',
      'Ferreira',
      'Carvalho',
      'Marchetti',
      'Gauthier',
      'Almeida',
      'Silva',
    ],
  },
]

/** People the page must not confuse: true namesakes, and names that look alike at a glance. */
export const lookAlikes: ReadonlyArray<{ given: string; family: string; department: string }> = [
  { given: 'Anna', family: 'Schmidt', department: 'Finance' },
  { given: 'Anna', family: 'Schmidt', department: 'Laboratory' },
  { given: 'Anna', family: 'Schmitt', department: 'Finance' },
  { given: 'Ana', family: 'Schmidt', department: 'Customer Care' },
  { given: 'Jon', family: 'Burns', department: 'Engineering' },
  { given: 'Jon', family: 'Bums', department: 'Supply Chain' },
  { given: 'Priya', family: 'Nadar', department: 'Finance' },
  { given: 'Priya', family: 'Nader', department: 'Sales' },
  { given: 'Wei', family: 'Chen', department: 'Engineering' },
  { given: 'Wei', family: 'Chen', department: 'Finance' },
]

/** Mailboxes that several people share, as front desks and plants do. */
export const sharedMailboxes: readonly string[] = ['frontdesk@larkfield.example', 'plant-leeds@larkfield.example']
