import { wordList } from '../word-list.js';

/** Given names of women, as news in English has them; those of both sexes are in neither list. */
export const FEMALE_NAMES = wordList(`
Debbie Huma Kellyanne Cokie Megyn Savannah Gayle Loretta Condi Arianna Hala Dilma Aung Benazir Sonia Malala Theresa Beyoncé Rihanna Madonna Elisabetta
Aaliyah Abigail Ada Adele Adriana Agatha Agnes Aisha Alana Alberta Alessandra Alexandra Alexandria Alice Alicia Alina Alma Alva
Alyssa Amanda Amber Amelia Amina Amy Ana Anastasia Andrea Angela Angelica Angelina Anita Anja Ann Anna Annabel Anne Annegret
Annette Annika Antonia April Arlene Astrid Audrey Ava Barbara Beata Beatrice Beatriz Bella Bernadette Bertha Beth Bethany Betsy
Betty Beverly Bianca Birgit Birgitta Bonnie Brandi Brenda Bridget Brigitte Britta Brooke Camila Camilla Candace Carla Carly
Carmen Carol Carole Carolina Caroline Carolyn Carrie Catalina Catherine Cathy Cecilia Cecily Celeste Celia Charlene Charlotte
Chelsea Cheryl Chiara Chloe Christa Christiane Christina Christine Cindy Clara Clarissa Claudia Clementine Colleen Condoleezza
Connie Constance Cora Cordelia Corinne Cornelia Cristina Crystal Cynthia Dagmar Daisy Daniela Danielle Daphne Darlene Dawn Debbie
Deborah Debra Deirdre Delia Della Denise Diana Diane Dolores Donna Dora Doreen Doris Dorothea Dorothy Edda Edith Edna Eileen
Elaine Eleanor Elena Elisa Elisabeth Elise Eliza Elizabeth Ella Ellen Elsa Elsie Elvira Emilia Emily Emma Erica Erika Erin
Ernestine Esmeralda Esther Estelle Ethel Etta Eugenia Eunice Eva Evangeline Eve Evelyn Faith Farah Fatima Fatou Felicia Felicity
Fiona Flora Florence Frances Francesca Freda Frederica Freya Frida Frieda Gabriela Gabriele Gabriella Gabrielle Gail Genevieve
Georgia Georgina Geraldine Gerda Gertrude Gina Ginevra Giorgia Giovanna Gisela Gladys Glenda Gloria Grace Greta Gretchen Griselda
Gudrun Guinevere Gwen Gwendolyn Hanna Hannah Harriet Hazel Heather Hedda Hedwig Heidi Helen Helena Helene Helga Henrietta Hermione
Hesper Hilda Hilde Hillary Holly Honora Hope Huma Ida Ilse Imelda Imogen Ines Inga Inge Ingeborg Ingrid Irene Irina Iris Irma
Isabel Isabella Isabelle Isadora Isolde Ivana Ivanka Jacqueline Jana Jane Janet Janice Janine Jasmine Jeanette Jeanne Jennifer
Jenny Jessica Jill Joan Joanna Joanne Jocelyn Johanna Josefina Josephine Joy Joyce Juanita Judith Judy Julia Juliana Julie Juliet
June Justine Karen Karin Karina Karla Karolina Kate Katharina Katherine Kathleen Kathryn Kathy Katie Katja Katrin Katrina Kayla
Kellyanne Kendra Kerstin Kimberly Kirsten Kirstjen Kristen Kristin Kristina Lara Larissa Laura Lauren Lavinia Leah Leila Lena Leona
Leonora Leticia Lidia Liesl Lila Lilian Lillian Lily Linda Lisa Liv Liza Lois Loretta Lori Lorna Lorraine Lotte Lotta
Louisa Louise Lucia Lucille Lucinda Lucy Luisa Lydia Lynette Lynne Mabel Madeleine Madeline Magda Magdalena Maggie Malala Malia
Marcia Margaret Margarita Margot Margrethe Maria Marian Mariana Marianne Marie Marilyn Marina Marion Marissa Marjorie Marlene
Marsha Marta Martha Martina Mary Matilda Maud Maude Maureen Maxine Maya Megan Meghan Megyn Melania Melanie Melinda Melissa Mercedes
Meredith Mette Mia Michele Michelle Mildred Millicent Mimi Mina Mira Miranda Miriam Molly Mona Monica Monique Muriel Myra Myrtle
Nadia Nadine Nancy Naomi Natalia Natalie Natasha Nell Nella Nellie Neve Nicola Nicole Nikki Nina Noelle Nora Noreen Norma Octavia
Olena Olga Olive Olivia Ophelia Oprah Orla Ottilie Pamela Patricia Patsy Patti Paula Paulette Pauline Pearl Peggy Penelope Penny
Petra Petronella Philippa Phoebe Phyllis Pia Polly Priscilla Priya Prudence Rachel Ramona Rania Raquel Rebecca Regina Renata Renee
Rhea Rhoda Rhonda Rita Roberta Rochelle Ronda Rosa Rosalie Rosalind Rosamund Rose Roseanne Rosemary Rowena Roxana Roxanne Ruby
Runa Ruth Sabina Sabine Sabrina Sadie Sally Salma Samantha Sandra Sanna Sara Sarah Selma Serena Sharon Sheila Shelley
Sherry Shirley Sibyl Sigrid Silvia Simone Siobhan Sofia Solveig Sonia Sonja Sophia Sophie Stacey Stella Stephanie Sue Susan Susana
Susanna Susanne Suzanne Svetlana Sybil Sylvia Tabitha Tamara Tammy Tanja Tanya Tara Tatiana Teresa Tess Thea Thelma Theresa Therese
Tiffany Tilda Tina Toni Trudy Ulla Ulrike Uma Ursula Valentina Valeria Valerie Vanessa Vera Verena Veronica Vicky Victoria Viola
Violet Virginia Vivian Vivienne Wanda Wendy Whitney Wilhelmina Willa Wilma Winifred Xenia Yasmin Yolanda Ysolde Yulia Yvette Yvonne
Zelda Zoe Zoë Zora Barbro Maren Solange Tove Edwina Isla Maeve Niamh Aoife Saoirse Fern Ivy Petronilla Lorelei Odile Odette Sunniva
`);

/** Given names of men. */
export const MALE_NAMES = wordList(`
Rand Reince Marty Danny Scottie Corey Chuck Anderson Wolf Bobby Robby Fareed Sheldon Lindsey Strom Orrin Beto Pete Buddy Kellan Deval Jorge Bashar Hosni Hamid Nouri Ehud Naftali Hu Shigeru Junichiro Fumio Narendra Manmohan Imran Nawaz Pervez Bilawal Yukiya
Aaron Abdul Abdullah Abel Abraham Achim Adam Adolf Adrian Ahmad Ahmed Alan Albert Alberto Aldous Alejandro Alessandro Alexander
Alexei Alfonso Alfred Ali Alistair Allan Allen Alois Alonzo Alvaro Alvin Amadou Ambrose Amos Anatoly Anders Andre Andreas Andrei
Andres Andrew Andrzej Andy Angus Anselm Ansgar Anthony Antoine Anton Antonin Antonio Antony Archibald Ari Arjun Armin Arne Arnold
Arthur Arvid Asher Ashton Axel Aziz Baldwin Barack Barnaby Barney Barry Bart Bartholomew Bashar Basil Bastian Beau Ben Benedict
Benito Benjamin Bernard Bernd Bernhard Bernie Bert Bertrand Bill Billy Bob Bobby Boris Boyd Brad Bradley Bram Brandon Brendan Brent
Brett Brian Bruce Bruno Bryan Byron Caleb Callum Calvin Carl Carlo Carlos Carsten Caspar Caspian Cato Cecil Cedric Chad Charles
Charlie Chris Christian Christoph Christopher Chuck Clarence Clark Claude Claudio Claus Clayton Clement Cliff Clifford Clint Clive
Colin Conor Conrad Constantine Corin Cornelius Cory Craig Cyril Cyrus Dale Damian Damien Dan Daniel Darius Darrell Darren Darryl
Dave David Davin Dean Declan Denis Dennis Derek Desmond Diego Dieter Dietrich Dirk Dmitri Dmitry Dominic Don Donald Doug Douglas
Duncan Dustin Dwayne Dwight Earl Ebenezer Ed Eddie Edgar Edmund Eduard Eduardo Edvin Edward Edwin Egon Einar Elbert Eli Elias Elijah
Elliot Elliott Elmer Emanuel Emil Emilio Emmanuel Enoch Enrique Erasmus Eric Erich Erik Ernest Ernesto Ernst Errol Erwin
Ethan Eugene Evan Ezekiel Ezra Fabian Felipe Felix Ferdinand Fergus Fernando Filip Finn Florian Floyd Francesco Francisco Francois
François Frank Franklin Franz Fred Frederic Frederick Frederik Fridtjof Friedrich Fritz Gabriel Gareth Gary Gavin Geert Gene Geoff
Geoffrey Georg George Georges Gerald Gerard Gerd Gerhard Gianni Gideon Gilbert Giorgio Giovanni Giuseppe Glen Glenn Godfrey Gordon
Graham Grant Greg Gregor Gregory Gunnar Gunther Gus Gustav Guy Haakon Hakan Hamid Hamish Hank Hannes Hans Harald Harold Harry Harvey
Hassan Hector Heinrich Heinz Helmut Hendrik Henning Henri Henrik Henry Herbert Herman Hermann Hideki Hiroshi Homer Horace Horst
Howard Hubert Hugh Hugo Humphrey Ian Ibrahim Ignatius Igor Ilya Immanuel Ingmar Ioannis Isaac Isaiah Ivan Ivo Jabari Jack Jackson
Jacob Jacques Jake Jakob James Jan Jared Jason Jasper Javier Jay Jeb Jed Jeff Jeffrey Jens Jeremiah Jeremy Jerome Jerry Jesse
Jesus Jim Jimmy Joachim Joaquin Joe Joel Johan Johann Johannes John Johnny Jon Jonas Jonathan Joost Jorge Jose José Josef Joseph
Josh Joshua Josiah Joss Juan Jules Julian Julio Julius Jurgen Jürgen Justin Kai Karl Karsten Keith Kenneth Kent Kevin Kirk Klaas
Klaus Knut Konrad Konstantin Kristian Kurt Kyle Lamar Lambert Lance Larry Lars Laszlo Laurence Lawrence Leif Len Leo Leon Leonard
Leonardo Leonid Leopold Leroy Lester Levi Lewis Liam Linus Lionel Lloyd Lorenz Lorenzo Lothar Lou Louis Luca
Lucas Lucian Lucius Ludwig Luis Luiz Lukas Luke Luther Magnus Mahmoud Malcolm Manfred Manuel Marc Marcel Marco Marcos Marcus Mario
Marius Mark Markus Marlon Marshall Martin Marvin Mason Mateo Mathias Mats Matt Matteo Matthew Matthias Maurice Mauricio Max
Maximilian Maxwell Mehmet Mel Melvin Merrick Michael Michel Miguel Mikael Mike Mikhail Miles Milo Milton Mitch Mitchell Mitt Mohamed
Mohammad Mohammed Mordecai Mortimer Moses Muhammad Murray Mustafa Narendra Nate Nathan Nathaniel Neal Ned Neil Nelson Neville
Newt Nicholas Nick Nicolas Niels Nigel Nikita Nikolai Niklas Nils Noah Noel Nolan Norbert Norman Octavian Odin Olaf Ole Oleg Oliver
Olivier Omar Orlando Orson Osbert Oscar Oskar Osvaldo Oswald Otis Otto Owen Pablo Paddy Paolo Pascal Patrick Paul Paulo Pavel Pedro
Percival Percy Perry Peter Petro Petros Phil Philip Philippe Phillip Phineas Pierre Piers Piet Pieter Pietro Preet Quentin Quincy
Rafael Raj Rajiv Ralph Ramon Randall Randolph Randy Raoul Raphael Rasmus Raul Ray Raymond Recep Reginald Reince Reinhard Reinhold
Rex Reza Ricardo Richard Rick Ricky Robert Roberto Rod Roderick Rodney Rodrigo Roger Roland Rolf Roman Romeo Ron Ronald Ronnie Roscoe
Ross Roy Rudolf Rudolph Rudy Rufus Rupert Russ Russell Rustam Ruud Ryan Salman Salvador Salvatore Sam Samir Samuel Santiago Saul Scott
Sean Sebastian Sepp Serge Sergei Sergey Sergio Seth Shane Shaun Shawn Sheldon Shinzo Sidney Siegfried Sigmund Silas Silvio Simon
Solomon Spencer Stan Stanislav Stanley Stefan Stefano Stephan Stephen Steve Steven Stewart Stig Stuart Sven Sylvester Tad Tam Tariq
Ted Terence Terrence Terry Thaddeus Theo Theodor Theodore Thom Thomas Thorsten Thurgood Tim Timothy Titus Tobias Tobit Todd Tom
Tomas Tomasz Tommy Tony Torsten Travis Trent Trevor Tristan Troy Tucker Tyler Tyrone Ulrich Ulysses Umberto Uwe Valentin Vernon
Victor Viktor Vince Vincent Vincenzo Vitaly Vladimir Volodymyr Waldo Wallace Walter Ward Warren Wayne Wendell Werner Wesley Wilbur
Wilfred Wilhelm Will Willem William Willy Winston Wladimir Wojciech Wolf Wolfgang Wolfram Woodrow Xavier Yanis Yannick Yitzhak
Yuri Yusuf Yves Zachary Zack Zbigniew Zoran Aldo Arlo Bjorn Björn Eoin Evander Halvard Hjalmar Jago Lachlan Lucan Olof Rurik Tormod
`);

/** Given names that women and men have, which say that a name is a person's and no more. */
export const EITHER_NAMES = wordList(`
Addison Alex Ariel Ash Ashley Aubrey Avery Bailey Blake Cameron Carey Casey Chandra Charley Corey Courtney Dana Devon Drew Dylan
Emerson Frankie Hadley Harper Hayden Jamie Jess Jo Jody Jordan Jules Kelly Kelsey Ken Kerry Kim Kris Lee Leslie Lindsay Lindsey
Logan Lorne Lynn Mackenzie Madison Marley Morgan Nicky Pat Peyton Quinn Reese Riley Robin Rory Rowan Sage Sandy Sasha Shannon Sidney
Skylar Stacy Sydney Taylor Toby Tracy Val Jan Andrea Jean Bo Chris Sam Lauri Mika Luca Huma Hilary Vivian Evelyn Beverley Marion
`);

/** Family names that stand first in Chinese, Korean and Vietnamese names. */
export const FAMILY_FIRST_NAMES = wordList(`
Kim Lee Park Choi Chung Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Ryu Hong Moon Roh Ban Ri Pak Choe Hyon Thae
Xi Li Wang Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Tang Deng Feng Jiang Cai
Peng Zeng Xiao Tian Dong Yuan Pan Yu Wen Hua Mao Bo Tsai Chiang Nguyen Tran Le Pham Ngo Vo Dang Bui Ho Truong Phan Aung
`);
